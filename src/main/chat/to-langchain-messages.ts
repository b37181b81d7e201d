import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages'

import type { Message, Reply } from '#shared/message'

import { toSignedParts } from './to-signed-parts'

/** So much of the end (UTF-16 units) tells a model where it was. */
const QUOTED_END = 300

/** Stands where a conversation began, so that its first answer follows something. */
const DELETED_PROMPT = '(The message that this answers was deleted.)'

/**
 * The path of a conversation as a model wants it, beginning with the user. A reply that never said a word is left out. What stands side by side
 * because the message between was deleted becomes one turn: some providers refuse two of the same speaker.
 */
export function toLangChainMessages(path: readonly Message[]): BaseMessage[] {
  const said = path.filter(({ role, text }) => role === 'user' || text !== '')
  const turns = toTurns(said).map((turn) => {
    const replies = turn.filter((message) => message.role === 'assistant')
    return replies.length === 0 ? new HumanMessage(joined(turn)) : toAIMessage(replies)
  })
  return said[0]?.role === 'assistant' ? [new HumanMessage(DELETED_PROMPT), ...turns] : turns
}

/** Neighbours of the same speaker, together. */
function toTurns(said: readonly Message[]): readonly (readonly Message[])[] {
  const turns: Message[][] = []
  for (const message of said) {
    const last = turns.at(-1)
    if (last?.[0]?.role === message.role) last.push(message)
    else turns.push([message])
  }
  return turns
}

/**
 * What lets a model go on with a reply that was cut. One that takes an unfinished answer of its own (prefill) goes on
 * from its last character. Any other is asked to, by a turn that quotes the end; what it then repeats is cut at the seam.
 */
export function toContinuation(path: readonly Message[], reply: Reply, takesPrefill: boolean): BaseMessage[] {
  const messages = toLangChainMessages([...path, reply])
  if (takesPrefill || reply.text === '') return messages
  const end = JSON.stringify(reply.text.slice(-QUOTED_END))
  return [
    ...messages,
    new HumanMessage(
      `Your last answer was cut off. Its text so far ends with ${end}. ` +
        'Continue it from the very next character. Do not repeat anything, and do not comment on the interruption.',
    ),
  ]
}

function joined(turn: readonly Message[]): string {
  return turn.map(({ text }) => text).join('\n\n')
}

function toAIMessage(replies: readonly Reply[]): AIMessage {
  if (replies.every((reply) => toSignedParts(reply) === undefined)) return new AIMessage(joined(replies))
  const signed = replies.flatMap(
    (reply) => toSignedParts(reply) ?? [{ kind: 'text', words: reply.text, signature: '' } as const],
  )
  return new AIMessage({
    content: signed.map(({ kind, words }) =>
      kind === 'text' ? { type: 'text', text: words } : { type: 'reasoning', reasoning: words },
    ),
    additional_kwargs: { signatures: signed.map(({ signature }) => signature) },
  })
}
