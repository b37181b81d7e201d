import OpenAI, { APIError, AuthenticationError, BadRequestError, NotFoundError, RateLimitError } from 'openai'
import { describe, expect, it } from 'vitest'

import { textReply } from '../../../emulators/vertex/reply-script'
import { collect } from '../testing/collect'
import { MODEL, openApi, TOKEN } from './testing/open-api'

const STORY = '野球 ⚾️ is played by two teams of nine, who take turns at batting and fielding.'
const usage = {
  promptTokenCount: 10,
  candidatesTokenCount: 7,
  thoughtsTokenCount: 2,
  totalTokenCount: 19,
} as const
const messages = [{ role: 'user' as const, content: 'What is baseball?' }]

async function setUp() {
  const api = await openApi()
  const client = new OpenAI({ apiKey: TOKEN, baseURL: `${api.origin}/v1`, maxRetries: 0 })
  return { ...api, client }
}

describe('the official client of OpenAI', () => {
  it('lists the models of the connections', async () => {
    const { client } = await setUp()
    const models = await collect(client.models.list())
    expect(models).toContainEqual({ id: MODEL, object: 'model', created: 0, owned_by: 'Google Vertex AI' })
  })

  it('hears an answer word by word, and what it cost', async () => {
    const { client, emulator } = await setUp()
    emulator.script(textReply(STORY, { charsPerChunk: 5, delayMs: 12, thought: 'Hm.', usage }))
    const stream = await client.chat.completions.create({
      ...{ model: MODEL, messages: [{ role: 'developer', content: 'Be brief.' }, ...messages], stream: true },
      ...{ stream_options: { include_usage: true }, temperature: 0.3 },
    })
    const chunks = await collect(stream)
    const deltas = chunks.flatMap(({ choices }) => choices[0]?.delta ?? [])
    const spoken = deltas.filter(({ content }) => content !== undefined && content !== '')
    expect(spoken.map(({ content }) => content).join('')).toBe(STORY)
    expect(spoken.length).toBeGreaterThan(3)
    expect(deltas).toContainEqual({ reasoning_content: 'Hm.' })
    expect(chunks.flatMap(({ choices }) => choices[0]?.finish_reason ?? [])).toEqual(['stop'])
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 10, total_tokens: 19, completion_tokens_details: { reasoning_tokens: 2 } },
    })
    const [request] = emulator.requests
    expect(request?.body).toMatchObject({ systemInstruction: { parts: [{ text: 'Be brief.' }] } })
  })

  it('gets an answer in one piece, and says why it was cut', async () => {
    const { client, emulator } = await setUp()
    emulator.script(textReply(STORY, { finishReason: 'MAX_TOKENS', usage }))
    const completion = await client.chat.completions.create({ model: 'default', messages })
    expect(completion).toMatchObject({
      object: 'chat.completion',
      model: 'default',
      choices: [{ message: { role: 'assistant', content: STORY }, finish_reason: 'length' }],
      usage: { prompt_tokens: 10 },
    })
  })

  it('closes the socket of the provider when it aborts', async () => {
    const { client, emulator, calls, chat } = await setUp()
    emulator.script(textReply(STORY.repeat(50), { charsPerChunk: 5, delayMs: 30 }))
    const stream = await client.chat.completions.create({ model: MODEL, messages, stream: true })
    for await (const { choices } of stream) if (choices[0]?.delta.content !== '') break
    await expect.poll(() => emulator.requests[0]?.closedBy).toBe('client')
    await expect.poll(() => calls.read().map(({ status }) => status)).toEqual([499])
    expect(chat.isBusy()).toBe(false)
  })

  it('closes it, too, when it leaves before the first word', async () => {
    const { client, emulator, chat } = await setUp()
    emulator.script({ ...textReply(STORY), fault: { kind: 'stall', afterChunks: 0 } })
    const abort = new AbortController()
    const asked = client.chat.completions.create({ model: MODEL, messages }, { signal: abort.signal })
    await expect.poll(() => emulator.requests.length).toBe(1)
    abort.abort()
    await expect(asked).rejects.toThrow('aborted')
    await expect.poll(() => emulator.requests[0]?.closedBy).toBe('client')
    await expect.poll(chat.isBusy).toBe(false)
  })

  it.each([
    {
      fault: { status: 429, headers: { 'retry-after': '7' } },
      kind: RateLimitError,
      code: 'rate-limited',
      status: 429,
    },
    { fault: { status: 500 }, kind: APIError, code: 'provider-failed', status: 502 },
    { fault: { status: 403 }, kind: APIError, code: 'permission-denied', status: 403 },
    { fault: { status: 400 }, kind: BadRequestError, code: 'request-refused', status: 400 },
  ])(
    'is told $status at once of a provider that answers $fault.status',
    async ({ kind, code, status, ...script }) => {
      const fault = { kind: 'status', ...script.fault } as const
      const { client, emulator } = await setUp()
      for (const [index, stream] of [true, false].entries()) {
        emulator.script({ chunks: [], fault })
        const refused: unknown = await client.chat.completions
          .create({ model: MODEL, messages, stream })
          .catch((cause: unknown) => cause)
        expect(refused).toBeInstanceOf(kind)
        expect(refused).toMatchObject({ status, code })
        expect(emulator.requests).toHaveLength(index + 1)
        const { headers } = refused as APIError
        expect([headers?.get('retry-after'), headers?.get('x-should-retry')]).toEqual(
          status === 429 ? ['7', null] : [null, 'false'],
        )
      }
    },
  )

  it('never takes half an answer for the whole', async () => {
    const { client, emulator } = await setUp()
    emulator.script({
      ...textReply(STORY, { charsPerChunk: 5, delayMs: 12 }),
      fault: { kind: 'reset', afterChunks: 3 },
    })
    const stream = await client.chat.completions.create({ model: MODEL, messages, stream: true })
    let heard = ''
    const reading = (async () => {
      for await (const { choices } of stream) heard += choices[0]?.delta.content ?? ''
    })()
    await expect(reading).rejects.toMatchObject({ code: 'connection-reset' })
    expect(heard).not.toBe('')
    expect(STORY.startsWith(heard)).toBe(true)
  })

  it('is told what it may not do', async () => {
    const { client, origin, emulator } = await setUp()
    const stranger = new OpenAI({ apiKey: 'nagare-wrong', baseURL: `${origin}/v1`, maxRetries: 0 })
    await expect(stranger.models.list()).rejects.toBeInstanceOf(AuthenticationError)
    const ask = (more: object) => client.chat.completions.create({ model: MODEL, messages, ...more })
    await expect(ask({ model: 'nobody/nothing' })).rejects.toBeInstanceOf(NotFoundError)
    const tool = { type: 'function', function: { name: 'look' } }
    const image = [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:,' } }] }]
    for (const [more, param] of [
      [{ tools: [tool] }, 'tools'],
      [{ stop: ['x'] }, 'stop'],
      [{ n: 2 }, 'n'],
      [{ messages: image }, 'messages.0.content'],
      [{ messages: [] }, 'messages'],
    ] as const) {
      await expect(ask(more)).rejects.toMatchObject({ status: 400, code: 'bad-request', param })
    }
    expect(emulator.requests).toEqual([])
  })
})
