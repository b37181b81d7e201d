import { fieldOf } from './chat/dialect'
import type { ChatScript } from './chat/said'
import { ANSWER, createRhythm, faultOf, wishOf } from './demo-reply'
import type { SeenRequest } from './wire/seen-request'

/** The prepared answer at the pace of a real model, in any provider's words, or the fault that the prompt names. */
export function demoChat({ body }: SeenRequest): ChatScript {
  const messages = fieldOf(body, 'messages') ?? fieldOf(body, 'input')
  const wish = wishOf(JSON.stringify(Array.isArray(messages) ? (messages.at(-1) ?? '') : ''))
  const ending = wish === 'safety' ? 'blocked' : wish === 'max-tokens' ? 'length' : 'complete'
  const said = {
    text: ANSWER,
    thought: 'A short answer with examples will do.',
    charsPerChunk: 9,
    ending,
  } as const
  return { said, firstByteDelayMs: 400, delayMs: createRhythm(), ...faultOf(wish) }
}
