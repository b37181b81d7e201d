import { Fragment, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { Message } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'

import type { Hearing } from './hearing'
import styles from './message-list.module.css'
import { PromptView } from './prompt-view'
import type { RemedyWishes } from './reply-remedies'
import { ReplyView, type ReplyWatch } from './reply-view'
import { useCopying } from './use-copying'
import { useKeptMessages } from './use-kept-messages'
import { useVirtualMessages } from './use-virtual-messages'

export interface MessageListProps extends ReplyWatch {
  readonly messages: readonly Message[]
  /** By the id of the reply. */
  readonly heard: ReadonlyMap<string, Hearing>
  readonly models: readonly ModelChoice[]
  readonly wishes: RemedyWishes
  /** What scrolls the list; null until it is there. */
  readonly scroller: HTMLElement | null
  /** The message at which the reader left; the last one if absent. */
  readonly firstId?: string | undefined
}

/** The messages around the view, each in its place among all of them. Keys scroll the list when it has the focus. */
export function MessageList({ messages, scroller, firstId, ...parts }: MessageListProps) {
  const words = useTranslations('transcript')
  const [log, setLog] = useState<HTMLElement | null>(null)
  const [beginsAt] = useState(firstId)
  useCopying({ log, messages, models: parts.models })
  const kept = useKeptMessages(log)
  const keptIds = beginsAt === undefined ? kept : new Set([...kept, beginsAt])
  const { drawn, heightAfter, measure } = useVirtualMessages({
    messages,
    scroller,
    keptIds,
    firstId: beginsAt,
  })

  return (
    <div
      ref={setLog}
      className={styles.list}
      role="log"
      aria-label={words('label')}
      aria-live="off"
      tabIndex={messages.length === 0 ? -1 : 0}
    >
      {drawn.map(({ index, heightBefore }, order) => {
        const message = messages[index]
        if (message === undefined) return null
        return (
          <Fragment key={message.id}>
            {(order === 0 || heightBefore > 0) && <Gap height={heightBefore} />}
            <div ref={measure} className={styles.message} data-index={index} data-message={message.id}>
              <MessageView message={message} index={index} of={messages} {...parts} />
            </div>
          </Fragment>
        )
      })}
      <Gap height={heightAfter} />
    </div>
  )
}

/** Stands for the messages that are not in the page. The first and the last one hold the ends of a whole selection. */
function Gap({ height }: { readonly height: number }) {
  return <div className={styles.gap} style={{ height }} />
}

interface MessageViewProps extends Omit<MessageListProps, 'messages' | 'scroller' | 'firstId'> {
  readonly message: Message
  readonly index: number
  readonly of: readonly Message[]
}

function MessageView({ message, index, of, heard, wishes, ...watch }: MessageViewProps) {
  const place = { position: index + 1, setSize: of.length }
  if (message.role === 'user') return <PromptView text={message.text} {...place} />
  return (
    <ReplyView
      reply={message}
      hearing={heard.get(message.id)}
      wishes={index === of.length - 1 ? wishes : undefined}
      {...watch}
      {...place}
    />
  )
}
