import { placesOf } from '#shared/find-ranges'
import { foldText } from '#shared/fold-text'

/** What is looked through: a message as it has arrived, drawn or not. */
export interface SoughtMessage {
  readonly id: string
  readonly text: string
}

export interface FindHit {
  readonly messageId: string
  /** Which one in this message, from 0. */
  readonly nth: number
}

const foldedTexts = new WeakMap<SoughtMessage, string>()

/** Every place where the text stands, from the first message to the last. */
export function findHits(messages: readonly SoughtMessage[], text: string): readonly FindHit[] {
  const word = foldText(text)
  return messages.flatMap((message) =>
    placesOf(foldedText(message), word).map((_, nth) => ({ messageId: message.id, nth })),
  )
}

/** The one that was current, or in its place the next one after it; -1 when there is none. */
export function indexOfHit(
  hits: readonly FindHit[],
  current: FindHit | undefined,
  messages: readonly SoughtMessage[],
): number {
  if (hits.length === 0 || current === undefined) return hits.length - 1
  const order = new Map(messages.map(({ id }, index) => [id, index]))
  const place = order.get(current.messageId) ?? 0
  const index = hits.findIndex(({ messageId, nth }) => {
    const other = order.get(messageId) ?? 0
    return other > place || (other === place && nth >= current.nth)
  })
  return index < 0 ? hits.length - 1 : index
}

/** Kept with the message: another letter of the query does not fold it again. */
function foldedText(message: SoughtMessage): string {
  const known = foldedTexts.get(message) ?? foldText(message.text)
  foldedTexts.set(message, known)
  return known
}
