import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ModelParameters } from '#shared/parameters'

import { parameterHandlers } from './chat/parameter-handlers'
import { openCore } from './testing/open-core'
import { KEY, type ProviderUnderTest, PROVIDERS_UNDER_TEST } from './testing/providers/providers-under-test'
import { PATIENT } from './testing/providers/scenarios'

/** Everything at once; each model takes of it what it accepts. */
const CHOSEN: ModelParameters = {
  systemPrompt: 'Answer like a river.',
  temperature: 0.5,
  topP: 0.9,
  maxOutputTokens: 4321,
  stopSequences: ['\n\n', 'end'],
  thinkingLevel: 'low',
  thinkingBudget: 2048,
  safety: 'BLOCK_ONLY_HIGH',
  seed: 7,
}

const sampling = { temperature: 0.5, top_p: 0.9 }
const chat = (model: string, parameters: object, role = 'system') => ({
  model,
  stream: true,
  stream_options: { include_usage: true },
  ...parameters,
  messages: [
    { role, content: 'Answer like a river.' },
    { role: 'user', content: 'Hello' },
  ],
})
const chatSampled = { ...sampling, max_tokens: 4321, stop: ['\n\n', 'end'], seed: 7 }
const claude = (model: string, parameters: object) => ({
  model,
  stream: true,
  max_tokens: 4321,
  stop_sequences: ['\n\n', 'end'],
  ...parameters,
  system: 'Answer like a river.',
  messages: [{ role: 'user', content: 'Hello' }],
})
const gemini = (thinkingConfig: object) => ({
  contents: [{ role: 'user', parts: [{ text: 'Hello' }] }],
  systemInstruction: { role: 'system', parts: [{ text: 'Answer like a river.' }] },
  generationConfig: {
    ...{ temperature: 0.5, topP: 0.9, maxOutputTokens: 4321, stopSequences: ['\n\n', 'end'], seed: 7 },
    thinkingConfig,
  },
  safetySettings: ['HARASSMENT', 'HATE_SPEECH', 'SEXUALLY_EXPLICIT', 'DANGEROUS_CONTENT'].map((harm) => ({
    category: `HARM_CATEGORY_${harm}`,
    threshold: 'BLOCK_ONLY_HIGH',
  })),
})

/** What each class sends of it, word for word. */
const SENT: readonly (readonly [modelId: string, body: object])[] = [
  ['vertex/gemini-3.5-flash', gemini({ thinkingLevel: 'LOW', includeThoughts: true })],
  ['gemini/gemini-2.5-flash', gemini({ thinkingBudget: 2048 })],
  ['openai/gpt-4.1', chat('gpt-4.1', chatSampled)],
  ['openai/gpt-5.5', chat('gpt-5.5', { max_completion_tokens: 4321, reasoning_effort: 'low' }, 'developer')],
  ['azure/emulated', chat('emulated', chatSampled)],
  ['compatible/codex-emulated', chat('codex-emulated', chatSampled)],
  [
    'ollama/emulated',
    {
      model: 'emulated',
      stream: true,
      options: { temperature: 0.5, top_p: 0.9, num_predict: 4321, stop: ['\n\n', 'end'], seed: 7 },
      messages: [
        { role: 'system', content: 'Answer like a river.' },
        { role: 'user', content: 'Hello' },
      ],
    },
  ],
  [
    'anthropic/claude-opus-5',
    claude('claude-opus-5', { thinking: { type: 'adaptive' }, output_config: { effort: 'low' } }),
  ],
  [
    'anthropic/claude-haiku-4-5',
    claude('claude-haiku-4-5', { thinking: { type: 'enabled', budget_tokens: 2048 } }),
  ],
  ['anthropic/claude-haiku-5-5', claude('claude-haiku-5-5', {})],
]

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nagare-parameters-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe('what goes to a model beside the conversation', () => {
  it.each(SENT)(
    'is sent to %s as it is shown: all that it accepts, and nothing else',
    async (modelId, body) => {
      const { core, emulator, handlers } = await openWith(modelId)
      const conversationId = '00000000-0000-4000-8000-000000000001'
      await handlers.keepParameters({ conversationId, parameters: CHOSEN }, NOBODY)
      const shown = await handlers.showRequest({ conversationId, modelId, text: 'Hello' }, NOBODY)
      expect(emulator.requests).toEqual([])
      await core.ask('Hello', { modelId, parameters: CHOSEN })
      const [request, ...others] = emulator.requests
      core.close()
      await emulator.close()

      expect(others).toEqual([])
      expect(request?.body).toEqual(body)
      expect(JSON.parse(shown.body)).toEqual(request?.body)
      expect([shown.method, new URL(shown.address).pathname]).toEqual([
        request?.method,
        new URL(request?.path ?? '', 'http://x').pathname,
      ])
      expect(JSON.stringify(shown)).not.toContain(KEY)
    },
  )

  it('is nothing where nothing was chosen', async () => {
    const { core, emulator } = await openWith('openai/gpt-4.1')
    await core.ask('Hello', { modelId: 'openai/gpt-4.1' })
    core.close()
    await emulator.close()
    expect(emulator.requests[0]?.body).toEqual({
      ...{ model: 'gpt-4.1', stream: true, stream_options: { include_usage: true } },
      messages: [{ role: 'user', content: 'Hello' }],
    })
  })

  it('follows the connection where the conversation says nothing else', async () => {
    const { core, emulator } = await openWith('openai/gpt-4.1', { temperature: 1.5, seed: 3 })
    await core.ask('Hello', { modelId: 'openai/gpt-4.1', parameters: { temperature: 0 } })
    core.close()
    await emulator.close()
    expect(emulator.requests[0]?.body).toMatchObject({ temperature: 0, seed: 3 })
  })
})

const NOBODY = { tell: () => {}, gone: new AbortController().signal }

async function openWith(modelId: string, defaults?: ModelParameters) {
  const [providerId = ''] = modelId.split('/')
  const provider = PROVIDERS_UNDER_TEST.find((each) => each.modelId.startsWith(`${providerId}/`))
  if (provider === undefined) throw new Error(`no emulator speaks for ${modelId}`)
  const emulator = await provider.start(() => ({ said: { text: 'Hi' } }))
  const core = openCore({
    file: join(folder, 'conversations.db'),
    ...{ network: emulator.network, limits: PATIENT },
    settings: withDefaults(provider, providerId, defaults),
    secrets: { read: (_, field) => (field === 'apiKey' ? KEY : undefined) },
  })
  const handlers = parameterHandlers({
    ...{ store: core.parameters, models: core.models, conversations: core.conversations },
    ...{ settings: { change: () => undefined }, fetch: emulator.network },
  })
  return { core, emulator, handlers }
}

function withDefaults({ settings }: ProviderUnderTest, id: string, parameters?: ModelParameters) {
  const connection = settings.connections?.[id]
  if (parameters === undefined || connection === undefined) return settings
  return {
    ...settings,
    connections: { ...settings.connections, [id]: { ...connection, parameters } },
  } as never
}
