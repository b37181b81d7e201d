import { afterEach, beforeEach, expect, it } from 'vitest'

import { createEmulatorFetch } from './emulator-fetch'
import { apiKeyInvalid, serviceDisabled } from './google-errors'
import { textReply } from './reply-script'
import { startVertexEmulator, type VertexEmulator } from './vertex-emulator'

const MODEL = 'https://aiplatform.googleapis.com/v1/publishers/google/models/gemini-3.5-flash'
const PROMPT = JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'Hello' }] }] })

let emulator: VertexEmulator

beforeEach(async () => {
  emulator = await startVertexEmulator()
})

afterEach(() => emulator.close())

async function ask(method: string, init: RequestInit = {}): Promise<readonly [number, unknown]> {
  const answer = await createEmulatorFetch(emulator)(`${MODEL}:${method}`, {
    method: 'POST',
    headers: { 'x-goog-api-key': 'a-key' },
    body: PROMPT,
    ...init,
  })
  return [answer.status, await answer.json()]
}

it('refuses a request without credentials and keeps the script for the next one', async () => {
  emulator.script(textReply('kept'))
  expect(await ask('generateContent', { headers: {} })).toMatchObject([
    401,
    { error: { code: 401, status: 'UNAUTHENTICATED', details: [{ reason: 'CREDENTIALS_MISSING' }] } },
  ])
  expect(await ask('generateContent')).toMatchObject([
    200,
    { candidates: [{ content: { role: 'model', parts: [{ text: 'kept' }] }, finishReason: 'STOP' }] },
  ])
})

it('takes the key from the query', async () => {
  expect(await ask('generateContent?key=a-key', { headers: {} })).toMatchObject([200, {}])
})

it('wraps a refusal in an array only where the array form was asked for', async () => {
  const refusal = { chunks: [], fault: { kind: 'status', status: 429 } } as const
  emulator.script(refusal, refusal, refusal)
  const error = { error: { code: 429, status: 'RESOURCE_EXHAUSTED' } }
  expect(await ask('streamGenerateContent')).toMatchObject([429, [error]])
  expect(await ask('streamGenerateContent?alt=sse')).toMatchObject([429, error])
  expect(await ask('generateContent')).toMatchObject([429, error])
})

it('names the model that was not found', async () => {
  emulator.script({ chunks: [], fault: { kind: 'status', status: 404 } })
  const [, body] = await ask('generateContent')
  expect(JSON.stringify(body)).toContain('publishers/google/models/gemini-3.5-flash` was not found')
})

it('sends a scripted body and headers as they are', async () => {
  const body = apiKeyInvalid()
  emulator.script({
    chunks: [],
    fault: { kind: 'status', status: 400, body, headers: { 'retry-after': '3' } },
  })
  const answer = await createEmulatorFetch(emulator)(`${MODEL}:generateContent?key=x`, {
    method: 'POST',
    body: PROMPT,
  })
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([400, '3', body])
})

it('tells the address at which a disabled API is switched on', async () => {
  const body = serviceDisabled('demo-project')
  emulator.script({ chunks: [], fault: { kind: 'status', status: 403, body } })
  const activationUrl =
    'https://console.developers.google.com/apis/api/aiplatform.googleapis.com/overview?project=demo-project'
  const detail = {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason: 'SERVICE_DISABLED',
    domain: 'googleapis.com',
    metadata: { service: 'aiplatform.googleapis.com', consumer: 'projects/demo-project', activationUrl },
  }
  const error = {
    code: 403,
    status: 'PERMISSION_DENIED',
    details: [detail, { links: [{ url: activationUrl }] }],
  }
  expect(await ask('streamGenerateContent')).toMatchObject([403, [{ error }]])
})

it('refuses a body that is not JSON or asks nothing', async () => {
  expect(await ask('generateContent', { body: '{"contents"' })).toMatchObject([
    400,
    { error: { status: 'INVALID_ARGUMENT' } },
  ])
  expect(await ask('generateContent', { body: '{"contents":[]}' })).toMatchObject([
    400,
    { error: { status: 'INVALID_ARGUMENT' } },
  ])
})

it('counts tokens without using up a reply', async () => {
  emulator.script(textReply('kept'))
  expect(await ask('countTokens')).toMatchObject([200, { totalTokens: expect.any(Number) as number }])
  expect(await ask('generateContent')).toMatchObject([
    200,
    { candidates: [{ content: { parts: [{ text: 'kept' }] } }] },
  ])
})

it('answers an unknown address with a web page', async () => {
  const answer = await createEmulatorFetch(emulator)('https://aiplatform.googleapis.com/v1/nothing')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
})
