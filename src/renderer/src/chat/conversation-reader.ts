import type { OpenConversation, Requests } from '#shared/contract'
import type { ReplyEvent } from '#shared/reply-event'
import type { Result } from '#shared/result'

/** As many as fill any view; the others are there a moment later. */
export const LAST_AT_FIRST = 60

export interface ConversationReaderParts {
  readonly ask: (input: Requests['openConversation']) => Promise<Result<OpenConversation>>
  /** What main has read. Of a long conversation twice: first its end, then all of it. */
  readonly onRead: (answer: Result<OpenConversation>) => void
  readonly onEvent: (event: ReplyEvent) => void
  /** Whether the page shows it already, of which nothing may go away. */
  readonly isShown: (conversationId: string) => boolean
  /** Whether its reader was in the middle of it, so that the end alone is of no use. */
  readonly isHalfRead: (conversationId: string) => boolean
  /** When the page has drawn what it was given, and has time. */
  readonly whenIdle: () => Promise<void>
}

/** Has main read conversations, the last call counts, and holds back what main tells meanwhile. */
export interface ConversationReader {
  /** Until all of the conversation is there. */
  read(conversationId: string | undefined): Promise<void>
  isReading(): boolean
  /** Whatever main tells of replies comes in here. */
  take(event: ReplyEvent): void
}

export function createConversationReader(parts: ConversationReaderParts): ConversationReader {
  const { ask, onRead, onEvent, isShown, isHalfRead, whenIdle } = parts
  /** What main tells while it is being asked for the conversation waits, so that nothing is applied too early. */
  let held: ReplyEvent[] | undefined
  let lastReading = 0

  async function read(conversationId: string | undefined): Promise<void> {
    const reading = ++lastReading
    held ??= []
    if (conversationId !== undefined && (isShown(conversationId) || isHalfRead(conversationId)))
      return readAll(reading, conversationId)
    const end = await ask({ ...(conversationId !== undefined && { conversationId }), last: LAST_AT_FIRST })
    if (reading !== lastReading) return
    if (!end.ok || end.value.earlier === undefined) return tell(end)
    if (!isHalfRead(end.value.id)) {
      tell(end)
      await whenIdle()
    }
    if (reading === lastReading) await readAll(reading, end.value.id)
  }

  async function readAll(reading: number, conversationId: string): Promise<void> {
    held ??= []
    const answer = await ask({ conversationId })
    if (reading === lastReading) tell(answer)
  }

  function tell(answer: Result<OpenConversation>): void {
    const waited = held ?? []
    held = undefined
    onRead(answer)
    waited.forEach(onEvent)
  }

  function take(event: ReplyEvent): void {
    if (held === undefined) onEvent(event)
    else held.push(event)
  }

  return { read, take, isReading: () => held !== undefined }
}
