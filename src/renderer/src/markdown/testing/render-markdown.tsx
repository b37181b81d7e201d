import { renderWithWords } from '../../testing/render-with-words'
import { MarkdownView } from '../markdown-view'
import { type Outside, OutsideContext } from '../outside'

/** Draws a text, and lets it grow. */
export function renderMarkdown(text: string, isLive = false, outside?: Outside) {
  const draw = (now: string, isStillLive: boolean) => (
    <OutsideContext value={outside}>
      <MarkdownView text={now} isLive={isStillLive} />
    </OutsideContext>
  )
  const { container, rerender, unmount } = renderWithWords(draw(text, isLive))
  return {
    container,
    unmount,
    show: (now: string, isStillLive: boolean) => rerender(draw(now, isStillLive)),
  }
}
