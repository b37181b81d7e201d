import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

import type { FieldName } from '#shared/connection'

import type { RecordingHeader } from '../../transport/recordings/recording'
import { PROVIDERS } from '../catalogue'
import type { Provider } from '../provider'

/** How the answers of one provider are read again, by the very class that read them first. */
export interface ReplayedProvider {
  readonly id: string
  readonly open: (header: RecordingHeader, fetch: typeof globalThis.fetch) => Promise<BaseChatModel>
}

const vertex: ReplayedProvider = {
  id: 'vertex',
  open: async ({ model, host }, fetch) => {
    const { createVertexModel } = await import('../vertex/create-vertex-model')
    return createVertexModel({
      modelName: model,
      location: 'global',
      // Faults then name the host that was recorded.
      endpoint: host,
      credentials: { kind: 'api-key', headers: async () => ({}) },
      includeThoughts: false,
      fetch,
    })
  },
}

/** Opened as ever, with fields that lead to the recorded host and a key that opens nothing. */
const others = PROVIDERS.filter(({ id }) => id !== vertex.id && id !== 'demo').map(toReplayed)

export const REPLAYED_PROVIDERS: readonly ReplayedProvider[] = [vertex, ...others]

function toReplayed(provider: Provider): ReplayedProvider {
  return {
    id: provider.id,
    open: ({ model, host }, fetch) => {
      const address = `https://${host}`
      const fields: Partial<Record<FieldName, string>> = {
        apiKey: 'replayed',
        baseUrl: address,
        endpoint: address,
      }
      const read = (field: FieldName) => fields[field]
      return provider.open(model, { id: provider.id, read, readSaved: read, env: {}, fetch })
    },
  }
}
