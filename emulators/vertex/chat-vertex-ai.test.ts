import { generateKeyPairSync } from 'node:crypto'

import type { AIMessageChunk } from '@langchain/core/messages'
import { ChatVertexAI } from '@langchain/google-vertexai'
import { JWT } from 'google-auth-library'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createEmulatorFetch } from './emulator-fetch'
import type { GenerateContentChunk } from './generate-content'
import { serviceDisabled } from './google-errors'
import { textReply } from './reply-script'
import { startVertexEmulator, type VertexEmulator } from './vertex-emulator'

const TEXT =
  '野球とは、二つのチームが戦うスポーツです。⚾️ Families 👩‍👩‍👧 cheer, flags 🇯🇵 wave, か\u3099 stays whole. 𠮷野家'
const MODEL = 'gemini-3.5-flash'
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const SERVICE_ACCOUNT_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

let emulator: VertexEmulator

beforeEach(async () => {
  vi.stubEnv('GOOGLE_API_KEY', undefined)
  emulator = await startVertexEmulator()
})

afterEach(async () => {
  await emulator.close()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

/** The class as it is on npm, signed in with a service account's key. */
function createModel(location = 'us-central1'): ChatVertexAI {
  const authClient = new JWT({
    email: 'nagare@demo-project.iam.gserviceaccount.com',
    key: SERVICE_ACCOUNT_KEY,
    scopes: ['https://www.googleapis.com/auth/cloud-platform'],
    transporterOptions: { fetchImplementation: createEmulatorFetch(emulator) },
  })
  return new ChatVertexAI({
    model: MODEL,
    location,
    maxRetries: 0,
    authOptions: { projectId: 'demo-project', authClient },
  })
}

async function collect(model: ChatVertexAI): Promise<readonly AIMessageChunk[]> {
  const chunks: AIMessageChunk[] = []
  for await (const chunk of await model.stream('What is baseball?')) chunks.push(chunk)
  return chunks
}

function textOf(chunks: readonly AIMessageChunk[]): string {
  return chunks.map((chunk) => chunk.text).join('')
}

it('streams the words of the script in as many chunks, with its usage and finish reason', async () => {
  const usage = {
    promptTokenCount: 7,
    candidatesTokenCount: 30,
    cachedContentTokenCount: 4,
    totalTokenCount: 37,
  }
  const reply = textReply(TEXT, { charsPerChunk: 3, usage })
  emulator.script(reply)
  const chunks = await collect(createModel())
  expect(chunks.length).toBeGreaterThanOrEqual(reply.chunks.length)
  expect(textOf(chunks)).toBe(TEXT)
  const last = chunks.find((chunk) => chunk.response_metadata['finish_reason'])
  expect(last?.response_metadata['finish_reason']).toBe('STOP')
  expect(last?.usage_metadata).toMatchObject({
    input_tokens: 7,
    output_tokens: 30,
    total_tokens: 37,
    input_token_details: { cache_read: 4 },
  })
})

it.each([1, 2, 3, 5])('keeps characters whole that arrive %i bytes at a time', async (tcpBytes) => {
  emulator.script({ ...textReply(TEXT), tcpBytes })
  expect(textOf(await collect(createModel()))).toBe(TEXT)
})

it('keeps emoji whole that are cut between the halves of a surrogate pair', async () => {
  emulator.script(textReply(TEXT, { charsPerChunk: 1, cutOn: 'utf-16' }))
  expect(textOf(await collect(createModel()))).toBe(TEXT)
})

it('tells thoughts from words', async () => {
  emulator.script(textReply('Nine innings.', { thought: 'They ask about a game.', charsPerChunk: 100 }))
  const [thought, words] = await collect(createModel())
  expect(thought?.content).toEqual([{ type: 'reasoning', reasoning: 'They ask about a game.' }])
  expect(words?.content).toBe('Nine innings.')
})

it('delivers a tool call with its arguments', async () => {
  const functionCall = { name: 'find_score', args: { team: '阪神', inning: 9 } }
  const content = { role: 'model' as const, parts: [{ functionCall, thoughtSignature: 'AAAA' }] }
  emulator.script({ chunks: [{ candidates: [{ content, finishReason: 'STOP' }] }] })
  const calls = (await collect(createModel())).flatMap((chunk) => chunk.tool_calls ?? [])
  expect(calls).toMatchObject([{ name: 'find_score', args: { team: '阪神', inning: 9 } }])
})

it.each<[string, GenerateContentChunk, string]>([
  [
    'a blocked prompt',
    { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } },
    'Prompt blocked: PROHIBITED_CONTENT',
  ],
  ['a blocked answer', { candidates: [{ finishReason: 'SAFETY' }] }, 'Finish reason: SAFETY'],
])('makes %s an error of safety', async (_name, chunk, message) => {
  emulator.script({ chunks: [chunk] })
  const error: unknown = await collect(createModel()).catch((reason: unknown) => reason)
  expect(error instanceof Error && [error.constructor.name, error.message]).toEqual([
    'GoogleAISafetyError',
    message,
  ])
})

it('is refused with the status of the script', async () => {
  emulator.script({ chunks: [], fault: { kind: 'status', status: 403, body: serviceDisabled() } })
  await expect(collect(createModel())).rejects.toMatchObject({ response: { status: 403 } })
})

it('answers in one piece when the model is invoked without a stream', async () => {
  emulator.script(textReply(TEXT, { charsPerChunk: 2, thought: 'Hm.' }))
  expect((await createModel().invoke('What is baseball?')).text).toBe(TEXT)
})

it('hands out one token and is asked at the host of each location', async () => {
  await collect(createModel())
  expect(emulator.requests.map(({ host, path, status, closedBy }) => [host, path, status, closedBy])).toEqual(
    [
      ['oauth2.googleapis.com', '/token', 200, 'emulator'],
      [
        'us-central1-aiplatform.googleapis.com',
        `/v1/projects/demo-project/locations/us-central1/publishers/google/models/${MODEL}:streamGenerateContent`,
        200,
        'emulator',
      ],
    ],
  )
  expect(emulator.requests[1]?.headers.authorization).toBe('Bearer ya29.emulator-1')
  await collect(createModel('eu'))
  await collect(createModel('global'))
  expect(emulator.requests.map((request) => request.host)).toEqual(
    expect.arrayContaining(['aiplatform.eu.rep.googleapis.com', 'aiplatform.googleapis.com']),
  )
})

it('takes an API key instead of a token', async () => {
  vi.stubGlobal('fetch', createEmulatorFetch(emulator))
  const model = new ChatVertexAI({ model: MODEL, apiKey: 'a-key', maxRetries: 0 })
  expect(textOf(await collect(model))).toBe('Hello from the emulator.')
  expect(emulator.requests).toMatchObject([
    {
      host: 'aiplatform.googleapis.com',
      path: `/v1/publishers/google/models/${MODEL}:streamGenerateContent`,
      body: { contents: [{ role: 'user', parts: [{ text: 'What is baseball?' }] }] },
    },
  ])
})
