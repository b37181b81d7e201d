import replyStyles from '../../../src/renderer/src/chat/reply-view.module.css'
import { WordsProvider } from '../../../src/renderer/src/i18n/words-provider'
import { MarkdownView } from '../../../src/renderer/src/markdown/markdown-view'
import type { RendererProps } from './renderers'

/** As a reply draws it: in colours, with math, and with the caret at its end. */
export function OurMarkdown({ text, isLive }: RendererProps) {
  return (
    <WordsProvider locale="en">
      <div className={replyStyles.text} data-flowing={isLive}>
        <MarkdownView text={text} isLive={isLive} />
      </div>
    </WordsProvider>
  )
}
