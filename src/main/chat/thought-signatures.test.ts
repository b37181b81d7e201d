import { setTimeout } from 'node:timers/promises'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { applyReplyEvent } from '#shared/apply-reply-event'
import type { Prompt, Reply } from '#shared/message'

import { createEmulatorFetch } from '../../../emulators/vertex/emulator-fetch'
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

it('brings Gemini’s thought signatures back in the next turn, each with the part it came with', async () => {
  const chat = createChat()
  const parts = [
    { text: 'Let me think.', thought: true, thoughtSignature: 'VEhPVUdIVA==' },
    { text: 'Forty-two.', thoughtSignature: 'QU5TV0VS' },
  ]
  emulator.script({
    chunks: [{ candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP' }] }],
  })
  const first = prompt('p1', null, 'The answer?')
  let reply: Reply = {
    role: 'assistant',
    id: 'r1',
    parentId: 'p1',
    text: '',
    thought: '',
    modelId: MODEL,
    progress: { status: 'waiting' },
    createdAt: 0,
  }
  for await (const event of chat.reply({
    replyId: 'r1',
    modelId: MODEL,
    messages: () => toLangChainMessages([first]),
  })) {
    reply = applyReplyEvent(reply, event) ?? reply
  }
  // As the database gives it back.
  const kept = JSON.parse(JSON.stringify(reply)) as Reply

  emulator.script(textReply('Because.'))
  const messages = toLangChainMessages([first, kept, prompt('p2', 'r1', 'Why?')])
  for await (const event of chat.reply({ replyId: 'r2', modelId: MODEL, messages: () => messages }))
    void event

  expect(emulator.requests.at(-1)?.body).toMatchObject({
    contents: [
      { role: 'user', parts: [{ text: 'The answer?' }] },
      { role: 'model', parts },
      { role: 'user', parts: [{ text: 'Why?' }] },
    ],
  })
})
