import { expect, it } from 'vitest'

import { anthropicProvider } from './anthropic/anthropic-provider'
import { azureProvider } from './azure/azure-provider'
import { toBaseAddress } from './base-address'
import { compatibleProvider } from './compatible/compatible-provider'
import { ollamaProvider } from './ollama/ollama-provider'
import { openAiProvider } from './openai/openai-provider'
import type { Provider } from './provider'
import { openContext } from './testing/connection-context'

const AZURE = 'https://x.openai.azure.com'
const DEPLOYMENTS = `${AZURE}/openai/deployments`
const asked = (path: string) => `${DEPLOYMENTS}/m/${path}?api-version=2024-10-21`

/** As they are pasted, and where the question is then sent. */
const PASTED: readonly (readonly [Provider, pasted: string, asked: string])[] = [
  [openAiProvider, 'https://gw.test/v1/', 'https://gw.test/v1/chat/completions'],
  [openAiProvider, 'https://gw.test/v1/responses', 'https://gw.test/v1/chat/completions'],
  [compatibleProvider, 'http://[::1]:1234/v1//', 'http://[::1]:1234/v1/chat/completions'],
  [compatibleProvider, 'https://gw.test/v1/chat/completions/?a=1#b', 'https://gw.test/v1/chat/completions'],
  [compatibleProvider, 'https://x.test/models', 'https://x.test/models/chat/completions'],
  [anthropicProvider, 'https://gw.test/anthropic/v1', 'https://gw.test/anthropic/v1/messages'],
  [anthropicProvider, 'https://gw.test/v1/messages', 'https://gw.test/v1/messages'],
  [ollamaProvider, 'http://nas.test:11434/', 'http://nas.test:11434/api/chat'],
  [ollamaProvider, 'http://nas.test:11434/v1', 'http://nas.test:11434/api/chat'],
  [ollamaProvider, 'http://nas.test:11434/api/chat', 'http://nas.test:11434/api/chat'],
  [azureProvider, `${AZURE}/`, asked('chat/completions')],
  [azureProvider, `${AZURE}/openai/v1/`, asked('chat/completions')],
  [azureProvider, `${DEPLOYMENTS}/other/chat/completions?api-version=1`, asked('chat/completions')],
]

it.each(PASTED.map(([provider, pasted, address]) => ({ provider, pasted, address })))(
  '$provider.title, whose address is given as $pasted, is asked at $address',
  async ({ provider, pasted, address }) => {
    const field = provider === azureProvider ? 'endpoint' : 'baseUrl'
    const addresses: string[] = []
    const fetch: typeof globalThis.fetch = (input) => {
      addresses.push(input instanceof Request ? input.url : String(input))
      return Promise.reject(new Error('nobody is asked'))
    }
    const context = openContext({
      ...{ provider, fetch, secrets: { read: (_id, name) => (name === 'apiKey' ? 'a-key' : undefined) } },
      settings: { connections: { [provider.id]: { provider: provider.id, [field]: pasted } } },
    })
    const model = await provider.open('m', context)
    await model.invoke('Hello').catch(() => undefined)
    expect(addresses).toEqual([address])
  },
)

it('keeps the rest of a base address as it is', () => {
  expect([toBaseAddress('https://a.example/V1'), toBaseAddress('https://a.example/v1/x', ['/v1'])]).toEqual([
    'https://a.example/V1',
    'https://a.example/v1/x',
  ])
})
