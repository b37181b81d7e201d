import { renderWithWords } from '../../testing/render-with-words'
import { MarkdownView } from '../markdown-view'

/** Draws a text, and lets it grow. */
export function renderMarkdown(text: string, isLive = false) {
  const { container, rerender } = renderWithWords(<MarkdownView text={text} isLive={isLive} />)
  return {
    container,
    show: (now: string, isStillLive: boolean) => rerender(<MarkdownView text={now} isLive={isStillLive} />),
  }
}
