import type { ChatVertexAI } from '@langchain/google-vertexai'

import type { ModelParameters } from '#shared/parameters'

import { modelError } from '../model-fault'
import type { VertexCredentials } from './credentials'
import { toThinkingConfig } from './gemini-parameters'
import { readGeminiStream } from './read-gemini-stream'

export interface VertexClientOptions {
  readonly fetch: typeof globalThis.fetch
  readonly credentials: VertexCredentials
  readonly projectId?: string
  /** Replaces Google's host also with an API key, where ChatVertexAI would not look at it. */
  readonly endpoint?: string
  readonly includeThoughts: boolean
  readonly parameters?: ModelParameters | undefined
  /** Of Google's two addresses for the same models and the same wire format. With `gemini`, a key is all it takes. */
  readonly api?: 'vertex' | 'gemini'
}

/** The port through which ChatVertexAI talks. */
export type VertexClient = ReturnType<ChatVertexAI['buildClient']>

const EXPRESS = 'https://aiplatform.googleapis.com/v1/publishers/google/models/'
const GEMINI = 'https://generativelanguage.googleapis.com/v1beta/models/'

/** How ChatVertexAI reaches Vertex AI: server-sent events instead of a JSON array, over our own fetch. */
export function createVertexClient(options: VertexClientOptions): VertexClient {
  const { fetch, credentials, projectId } = options
  const thinkingConfig = toThinkingConfig(options.parameters, options.includeThoughts)
  const place = options.api === 'gemini' ? GEMINI : EXPRESS
  const express = options.endpoint === undefined ? place : withHost(place, options.endpoint)
  return {
    clientType: credentials.kind === 'api-key' ? 'apiKey' : 'gauth',
    getProjectId: async () => {
      if (projectId === undefined) throw modelError({ kind: 'missing-project' })
      return projectId
    },
    request: async ({ url = '', data, signal }) => {
      const headers = await credentials.headers()
      const address = new URL(credentials.kind === 'api-key' ? url.replace(EXPRESS, express) : url)
      address.searchParams.set('alt', 'sse')
      const response = await fetch(address, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify(thinkingConfig === undefined ? data : withThinking(data, thinkingConfig)),
        ...(signal === undefined ? {} : { signal }),
      })
      return { data: response.body ? readGeminiStream(response.body, address.host) : [] }
    },
  }
}

/** An endpoint may have a port and a path of its own. */
function withHost(address: string, endpoint: string): string {
  return address.replace(new URL(address).host, endpoint)
}

/** LangChain asks for thoughts only together with a budget for them, which Gemini 3 no longer wants to be told. */
function withThinking(data: unknown, thinkingConfig: object): unknown {
  const { generationConfig, ...rest } = data as { readonly generationConfig?: object }
  return { ...rest, generationConfig: { ...generationConfig, thinkingConfig } }
}
