import type { GenerateContentChunk } from './vertex/generate-content'
import { createRandom } from './wire/cut-text'
import { textReply, type ReplyScript } from './vertex/reply-script'
import type { Fault } from './wire/fault'
import type { SeenRequest } from './wire/seen-request'

export const ANSWER = `## How words travel | 言葉の旅

A reply does not arrive in one piece. It comes as a **stream** of small chunks, each a few words long, and a good window shows them *while* they arrive.

返事は一度に届きません。小さな**かたまり**が次々と流れてきて、届いたそばから文字になります。「が」が「か」と濁点の二つに分かれて届いても、画面では一つの文字です。

A few things that must never break in two:

- a family 👩‍👩‍👧, which is five code points joined into one picture
- a flag 🇯🇵, made of two letters that nobody sees
- a rare character such as 𠮷, which needs two units in UTF-16
- an accent that arrives late: e\u0301

\`\`\`ts
for await (const chunk of await model.stream('Why is the sea salty?')) {
  show(chunk.text) // 届いた分だけ見せる
}
\`\`\`

| Rhythm | Feels like |
| --- | --- |
| 30 characters a second | someone typing quickly |
| 300 characters a second | a page being printed |

That is all. よい流れを！ ☕️
`

const CHUNKS_BEFORE_FAULT = 12
const BROKEN_STREAMS = ['reset', 'close', 'truncate', 'stall', 'malformed'] as const

/** The prepared answer at the pace of a real model, or the fault that the prompt names as `fault:…`. */
export function demoReply(request: SeenRequest): ReplyScript {
  const wish = wishOf(lastPrompt(request.body))
  return { ...answerWith(wish), firstByteDelayMs: 400, delayMs: createRhythm(), ...faultOf(wish) }
}

export function wishOf(prompt: string): string {
  return /\bfault:([\w-]+)/.exec(prompt)?.[1] ?? ''
}

/** As JSON, which is enough to find a word in; what was wished for earlier in the conversation is over. */
function lastPrompt(body: unknown): string {
  const contents = typeof body === 'object' && body !== null && 'contents' in body ? body.contents : []
  return JSON.stringify(Array.isArray(contents) ? (contents.at(-1) ?? '') : '')
}

function answerWith(wish: string): Pick<ReplyScript, 'chunks'> {
  switch (wish) {
    case 'blocked':
      return { chunks: [{ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }] }
    case 'safety':
      return { chunks: endWith({ candidates: [{ finishReason: 'SAFETY' }] }) }
    case 'max-tokens':
      return { chunks: endWith({ candidates: [{ finishReason: 'MAX_TOKENS' }] }) }
    default:
      return textReply(ANSWER, {
        charsPerChunk: 9,
        seed: 7,
        thought: 'A short answer with examples will do.',
      })
  }
}

function endWith(last: GenerateContentChunk): readonly GenerateContentChunk[] {
  return [...textReply(ANSWER, { seed: 7 }).chunks.slice(0, CHUNKS_BEFORE_FAULT), last]
}

export function faultOf(wish: string): { readonly fault?: Fault } {
  const kind = BROKEN_STREAMS.find((each) => each === wish)
  if (kind) return { fault: { kind, afterChunks: CHUNKS_BEFORE_FAULT } }
  if (wish === 'silence') return { fault: { kind: 'stall', afterChunks: 0 } }
  if (wish === 'error-in-stream') {
    return { fault: { kind: 'error-in-stream', afterChunks: CHUNKS_BEFORE_FAULT, status: 503 } }
  }
  return /^[45]\d\d$/.test(wish) ? { fault: { kind: 'status', status: Number(wish) } } : {}
}

/** Mostly short gaps, and now and then a longer breath. */
export function createRhythm(): (index: number) => number {
  const random = createRandom(11)
  return () => (random() < 0.06 ? 250 + random() * 250 : 20 + random() * 60)
}
