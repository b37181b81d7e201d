import { allMessages } from './message-element'

/** What of a message is selected: all of it, whether it is in the page or not, or this part. */
export interface SelectedMessage {
  readonly id: string
  readonly part: Element | 'whole'
  /** The words as they are in the page; absent when they are not. */
  readonly words: Element | undefined
}

const WORDS = '[data-reply-text], [data-prompt-text]'
/** Elements that say how their children are meant. */
const MEANING = 'ul, ol, table, thead, tbody, tr, blockquote'

/**
 * The messages that a selection covers, in order; empty when it covers none. `ids` are those of the conversation: what
 * lies between two messages of the page counts, and so does what lies beyond a gap that the selection reaches into.
 */
export function selectedMessages(
  range: Range,
  log: Element,
  ids: readonly string[],
): readonly SelectedMessage[] {
  const drawn = new Map(
    allMessages(log)
      .filter((message) => range.intersectsNode(message))
      .map((message) => [message.dataset['message'] ?? '', message]),
  )
  const [first] = drawn.keys()
  const last = [...drawn.keys()].at(-1)
  if (first === undefined || last === undefined) return []
  const isFromTop = log.firstElementChild !== null && range.intersectsNode(log.firstElementChild)
  const from = isFromTop ? 0 : ids.indexOf(first)
  const to = ids.indexOf(last)
  return ids.slice(from, to + 1).map((id) => {
    const words = drawn.get(id)?.querySelector(WORDS) ?? undefined
    return { id, words, part: words === undefined ? 'whole' : selectedPart(range, words) }
  })
}

function selectedPart(range: Range, words: Element): SelectedMessage['part'] {
  const own = words.ownerDocument.createRange()
  own.selectNodeContents(words)
  const isFromStart = range.compareBoundaryPoints(Range.START_TO_START, own) <= 0
  const isToEnd = range.compareBoundaryPoints(Range.END_TO_END, own) >= 0
  if (isFromStart && isToEnd) return 'whole'
  const part = words.ownerDocument.createElement('div')
  if (!range.intersectsNode(words)) return part
  if (!isFromStart) own.setStart(range.startContainer, range.startOffset)
  if (!isToEnd) own.setEnd(range.endContainer, range.endOffset)
  const around = own.commonAncestorContainer
  const content = own.cloneContents()
  if (!(around instanceof Element) || !around.matches(MEANING)) part.append(content)
  else {
    const shell = around.cloneNode(false)
    shell.appendChild(content)
    part.append(shell)
  }
  return part
}
