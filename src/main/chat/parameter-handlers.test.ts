import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { createModelOpener } from '../models/open-model'
import { openSettings } from '../settings/settings-store'
import { parameterHandlers } from './parameter-handlers'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nagare-defaults-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const NOBODY = { tell: () => {}, gone: new AbortController().signal }

it('keeps the defaults of a connection in the settings file, and takes single ones back', async () => {
  const file = join(folder, 'settings.json')
  const settings = openSettings(file, () => new Date())
  const models = createModelOpener({ settings: settings.read, env: { OPENAI_API_KEY: 'k' }, fetch })
  const handlers = parameterHandlers({
    models,
    settings,
    fetch,
    store: {} as never,
    conversations: {} as never,
  })
  const connectionId = 'openai'
  await handlers.keepDefaultParameters({ connectionId, parameters: { temperature: 0, seed: 3 } }, NOBODY)
  await handlers.keepDefaultParameters({ connectionId, parameters: { seed: 4 } }, NOBODY)
  const { own } = await handlers.readDefaultParameters({ connectionId }, NOBODY)
  expect(Object.entries(own).filter(([, value]) => value !== undefined)).toEqual([['seed', 4]])
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { connections: { openai: { parameters: object } } }
  expect(kept.connections.openai.parameters).toEqual({ seed: 4 })
})

/** Handlers of a conversation with one prompt, and two models of a connection of which the second is its default. */
function withModels() {
  const shown: string[] = []
  const connection = { id: 'openai', name: 'OpenAI' }
  const handlers = parameterHandlers({
    settings: {} as never,
    fetch,
    store: { read: () => ({ seed: 1 }), keep: () => undefined },
    conversations: {
      open: () => ({
        id: 'c',
        messages: [{ role: 'user', id: 'p', parentId: null, text: 'First', createdAt: 1 }],
      }),
    },
    models: {
      connections: () => [],
      list: () => [
        { id: 'openai/one', name: 'one', provider: 'openai', connection },
        { id: 'openai/two', name: 'two', provider: 'openai', connection, isDefault: true },
      ],
      rules: (modelId) => (modelId === 'openai/two' ? { seed: { least: 0, most: 9 } } : {}),
      parameters: () => ({ systemPrompt: 'Briefly.' }),
      open: async (_, options) => {
        const ask = async (messages: readonly { readonly text: string }[]) => {
          shown.push(...messages.map(({ text }) => text))
          await options?.fetch?.('https://api.example/v1', { method: 'POST', body: '{}' })
        }
        return { stream: ask } as never
      },
    },
  })
  return { handlers, shown }
}

it('offers as defaults of a connection what its default model takes', async () => {
  const { rules } = await withModels().handlers.readDefaultParameters({ connectionId: 'openai' }, NOBODY)
  expect(rules).toEqual({ seed: { least: 0, most: 9 } })
})

it.each([
  ['', ['Briefly.', 'First']],
  ['Second', ['Briefly.', 'First\n\nSecond']],
])('shows the request that %j would make now', async (text, messages) => {
  const { handlers, shown } = withModels()
  const request = { conversationId: 'c', modelId: 'openai/two', text }
  expect(await handlers.showRequest(request, NOBODY)).toMatchObject({ address: 'https://api.example/v1' })
  expect(shown).toEqual(messages)
})
