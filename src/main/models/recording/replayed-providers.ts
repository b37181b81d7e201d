import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

import type { RecordingHeader } from '../../transport/recordings/recording'

/** How the answers of one provider are recorded, and read again by the very class that read them first. */
export interface ReplayedProvider {
  readonly id: string
  /** The model that a URL asks for a streamed reply; undefined for every other request. */
  readonly modelOf: (url: URL) => string | undefined
  readonly open: (header: RecordingHeader, fetch: typeof globalThis.fetch) => Promise<BaseChatModel>
}

const vertex: ReplayedProvider = {
  id: 'vertex',
  modelOf: ({ pathname }) =>
    /\/publishers\/google\/models\/([^/:]+):streamGenerateContent$/.exec(pathname)?.[1],
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

export const REPLAYED_PROVIDERS: readonly ReplayedProvider[] = [vertex]
