import { Fragment, type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'

import type { Message } from '#shared/message'
import type { ModelChoice } from '#shared/model-choice'

import { PartBoundary } from '../ui/part-boundary'
import { type ForkPlace, forkPlace, type Forks } from './forks'
import type { Hearing } from './hearing'
import { messageOf } from './message-element'
import styles from './message-list.module.css'
import type { MessageWishes } from './message-wishes'
import { PromptView } from './prompt-view'
import { ReplyView, type ReplyWatch } from './reply-view'
import { useCopying } from './use-copying'
import { useKeptMessages } from './use-kept-messages'
import { useVirtualMessages } from './use-virtual-messages'

export interface MessageListProps extends ReplyWatch {
  readonly messages: readonly Message[]
  /** How many stand before those and have not been read yet. */
  readonly earlier?: number
  /** By the id of the reply. */
  readonly heard: ReadonlyMap<string, Hearing>
  readonly models: readonly ModelChoice[]
  readonly forks: Forks
  readonly wishes: MessageWishes
  /** Whether a prompt can be sent now. */
  readonly canSend: boolean
  /** What scrolls the list; null until it is there. */
  readonly scroller: HTMLElement | null
  /** The message at which the reader left; the last one if absent. */
  readonly firstId?: string | undefined
  /** Drawn wherever the view is, because somebody goes there. */
  readonly soughtId?: string | undefined
}

/** The messages around the view, each in its place among all of them. Keys scroll the list when it has the focus. */
export function MessageList({ messages, scroller, firstId, soughtId, ...parts }: MessageListProps) {
  const words = useTranslations('transcript')
  const [log, setLog] = useState<HTMLElement | null>(null)
  const tree = useTranslations('messageActions')
  const [beginsAt] = useState(firstId)
  const firstSentId = messages.findLast((message) => message.role === 'assistant')?.details?.firstSentId
  useCopying({ log, messages, models: parts.models })
  const kept = useKeptMessages(log)
  const keptIds = new Set([...kept, ...[beginsAt, soughtId].filter((id) => id !== undefined)])
  const { drawn, heightAfter, measure } = useVirtualMessages({
    messages,
    scroller,
    keptIds,
    firstId: beginsAt,
  })

  /** Alt and an arrow, wherever the focus is within a message. */
  function switchVersion(event: KeyboardEvent): void {
    // There they go from word to word, on a Mac.
    if (event.target instanceof HTMLTextAreaElement) return
    const way = { ArrowLeft: 'previousId', ArrowRight: 'nextId' }[event.key] as
      'previousId' | 'nextId' | undefined
    const messageId = messageOf(event.target as Node)?.dataset['message']
    if (way === undefined || messageId === undefined || !event.altKey || event.ctrlKey || event.metaKey)
      return
    const next = forkPlace(parts.forks, messageId)?.[way]
    if (next === undefined) return
    event.preventDefault()
    parts.wishes.onChooseBranch(next, 'key')
  }

  return (
    <div
      ref={setLog}
      className={styles.list}
      role="log"
      aria-label={words('label')}
      aria-live="off"
      tabIndex={messages.length === 0 ? -1 : 0}
      onKeyDown={switchVersion}
    >
      {drawn.map(({ index, heightBefore }, order) => {
        const message = messages[index]
        if (message === undefined) return null
        return (
          <Fragment key={message.id}>
            {(order === 0 || heightBefore > 0) && <Gap height={heightBefore} />}
            <div ref={measure} className={styles.message} data-index={index} data-message={message.id}>
              {message.id === firstSentId && (
                <p className={styles.notSent} role="note">
                  {tree('notSent')}
                </p>
              )}
              <PartBoundary part="message" text={message.text}>
                <MessageView message={message} index={index} of={messages} {...parts} />
              </PartBoundary>
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

interface MessageViewProps extends Omit<MessageListProps, 'messages' | 'scroller' | 'firstId' | 'soughtId'> {
  readonly message: Message
  readonly index: number
  readonly of: readonly Message[]
}

function MessageView({ message, index, of, earlier = 0, ...rest }: MessageViewProps) {
  const { heard, forks, wishes, canSend, ...watch } = rest
  const place = { position: earlier + index + 1, setSize: earlier + of.length }
  const fork = useSame(forkPlace(forks, message.id))
  if (message.role === 'user')
    return <PromptView prompt={message} {...{ fork, canSend, wishes }} {...place} />
  return (
    <ReplyView
      reply={message}
      hearing={heard.get(message.id)}
      fork={fork}
      wishes={wishes}
      isLast={index === of.length - 1}
      // What was not read yet is there all the same.
      isWithoutPrompt={index > 0 ? of[index - 1]?.id !== message.parentId : earlier === 0}
      {...watch}
      {...place}
    />
  )
}

/** The same object for as long as it says the same, so that a word that arrives draws no other message again. */
function useSame(place: ForkPlace | undefined): ForkPlace | undefined {
  const [known, setKnown] = useState(place)
  const isSame = JSON.stringify(known) === JSON.stringify(place)
  if (!isSame) setKnown(place)
  return isSame ? known : place
}
