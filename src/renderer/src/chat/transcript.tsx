import { useTranslations } from 'use-intl'

import type { Message } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'

import { Announcer } from './announcer'
import { describeModel } from './describe-model'
import type { Hearing } from './hearing'
import { PromptView } from './prompt-view'
import type { RemedyWishes } from './reply-remedies'
import { ReplyView, type ReplyWatch } from './reply-view'
import styles from './transcript.module.css'

interface TranscriptProps extends ReplyWatch, RemedyWishes {
  readonly messages: readonly Message[]
  /** By the id of the reply. */
  readonly heard: ReadonlyMap<string, Hearing>
  readonly models: readonly ModelChoice[]
}

/** The conversation, in order. Its growth is silent; the announcer speaks for it. Keys scroll it when it has the focus. */
export function Transcript({ messages, heard, models, onInspect, onShown, ...wishes }: TranscriptProps) {
  const words = useTranslations('transcript')
  const last = messages.at(-1)
  const lastReply = last?.role === 'assistant' ? last : undefined
  const { name } = describeModel(models, lastReply?.modelId ?? '')

  return (
    <>
      <div
        className={styles.transcript}
        role="log"
        aria-label={words('label')}
        aria-live="off"
        tabIndex={last === undefined ? -1 : 0}
      >
        {messages.map((message) =>
          message.role === 'user' ? (
            <PromptView key={message.id} text={message.text} />
          ) : (
            <ReplyView
              key={message.id}
              reply={message}
              hearing={heard.get(message.id)}
              models={models}
              wishes={message === last ? wishes : undefined}
              onInspect={onInspect}
              onShown={onShown}
            />
          ),
        )}
      </div>
      <Announcer reply={lastReply} hearing={heard.get(lastReply?.id ?? '')} modelName={name} />
    </>
  )
}
