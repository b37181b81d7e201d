import { useTranslations } from 'use-intl'

import { isCut } from '#shared/is-cut'
import { isLive } from '#shared/message'
import type { SpokenMessage } from '#shared/portable'

import { MarkdownView } from '../markdown/markdown-view'
import { languageOf } from '../ui/language-of'

/** Messages as a document has them: everything is there, and nothing can be pressed. */
export function ExportMessages({ messages }: { readonly messages: readonly SpokenMessage[] }) {
  return messages.map((spoken) => <MessageOf key={spoken.message.id} {...spoken} />)
}

function MessageOf({ speaker, message }: SpokenMessage) {
  const words = useTranslations('portable')
  const { text } = message
  if (message.role === 'user') {
    return (
      <article className="export-message">
        <h2>{words('you')}</h2>
        <p className="export-prompt" lang={languageOf(text)}>
          {text}
        </p>
      </article>
    )
  }
  const { thought } = message
  return (
    <article className="export-message">
      <h2>{speaker}</h2>
      {thought !== '' && (
        <details className="export-thought">
          <summary>{words('thought')}</summary>
          <div lang={languageOf(thought)}>
            <MarkdownView text={thought} isLive={false} />
          </div>
        </details>
      )}
      <div lang={languageOf(text)}>
        <MarkdownView text={text} isLive={false} />
      </div>
      {(isCut(message) || isLive(message)) && <p className="export-note">{words('cut')}</p>}
    </article>
  )
}
