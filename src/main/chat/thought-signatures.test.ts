import { setTimeout } from 'node:timers/promises'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { applyReplyEvent } from '#shared/apply-reply-event'
import type { Message, Prompt, Reply } from '#shared/message'
import { waitingReply } from '#shared/testing/waiting-reply'

import { createEmulatorFetch } from '../../../emulators/vertex/emulator-fetch'
import type { Part } from '../../../emulators/vertex/generate-content'
import { textReply } from '../../../emulators/vertex/reply-script'
import { startVertexEmulator, type VertexEmulator } from '../../../emulators/vertex/vertex-emulator'
import { createModelOpener } from '../models/open-model'
import { createGuardedFetch } from '../transport/guarded-fetch'
import { createChatService } from './chat-service'
import { toLangChainMessages } from './to-langchain-messages'

const MODEL = 'vertex/gemini-3.5-flash'
let emulator: VertexEmulator

beforeEach(async () => {
  emulator = await startVertexEmulator()
})
afterEach(() => emulator.close())

function createChat() {
  const fetch = createGuardedFetch({
    fetch: createEmulatorFetch(emulator),
    limits: { headersMs: 5000, idleMs: 5000 },
  })
  const models = createModelOpener({ fetch, settings: () => ({}), env: { GOOGLE_API_KEY: 'AIza-none' } })
  return createChatService({
    openModel: models.open,
    describe: models.describe,
    note: () => {},
    wait: (ms) => setTimeout(ms),
    now: Date.now,
    chance: Math.random,
  })
}

const prompt = (id: string, parentId: string | null, text: string): Prompt => ({
  role: 'user',
  id,
  parentId,
  text,
  createdAt: 0,
})

/** What is sent as the model's turn, when a reply in these chunks was kept and the conversation goes on. */
async function sentBack(chunks: readonly (readonly Part[])[]): Promise<unknown> {
  const chat = createChat()
  emulator.script({
    chunks: chunks.map((parts, index) => ({
      candidates: [
        {
          content: { role: 'model', parts: [...parts] },
          ...(index === chunks.length - 1 ? { finishReason: 'STOP' } : {}),
        },
      ],
    })),
  })
  const first = prompt('p1', null, 'The answer?')
  let reply: Reply = { ...waitingReply, id: 'r1', parentId: 'p1', modelId: MODEL }
  const ask = (replyId: string, path: readonly Message[]) =>
    chat.reply({ replyId, modelId: MODEL, messages: () => toLangChainMessages(path) })
  for await (const event of ask('r1', [first])) reply = applyReplyEvent(reply, event) ?? reply
  // As the database gives it back.
  const kept = JSON.parse(JSON.stringify(reply)) as Reply

  emulator.script(textReply('Because.'))
  for await (const event of ask('r2', [first, kept, prompt('p2', 'r1', 'Why?')])) void event
  return (emulator.requests.at(-1)?.body as { readonly contents?: unknown }).contents
}

function turns(parts: readonly Part[]): unknown {
  return [
    { role: 'user', parts: [{ text: 'The answer?' }] },
    { role: 'model', parts },
    { role: 'user', parts: [{ text: 'Why?' }] },
  ]
}

const THOUGHT = { text: 'Let me think.', thought: true, thoughtSignature: 'VEhPVUdIVA==' }
const SPOKEN = { text: 'Forty-two.', thoughtSignature: 'QU5TV0VS' }
const AGAIN = { text: 'Is that so?', thought: true, thoughtSignature: 'QUdBSU4=' }
const LAST = { text: ' It is, 本当に。', thoughtSignature: 'TEFTVA==' }

it('brings Gemini’s thought signatures back in the next turn, each with the part it came with', async () => {
  expect(await sentBack([[THOUGHT, SPOKEN]])).toEqual(turns([THOUGHT, SPOKEN]))
})

it('brings thoughts and words that took turns back in their order', async () => {
  expect(await sentBack([[THOUGHT], [SPOKEN, AGAIN], [LAST]])).toEqual(turns([THOUGHT, SPOKEN, AGAIN, LAST]))
})

it('joins nothing to a signed part, and a signature that comes last to the words before it', async () => {
  const chunks = [
    [{ text: 'One', thoughtSignature: 'MQ==' }],
    [{ text: ' t' }],
    [{ text: 'wo' }, { text: '', thoughtSignature: 'Mg==' }],
  ]
  const [one] = chunks
  expect(await sentBack(chunks)).toEqual(turns([...(one ?? []), { text: ' two', thoughtSignature: 'Mg==' }]))
})
