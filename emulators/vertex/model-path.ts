import type { ModelAddress } from './google-errors'

/** A request to a Google model, read from its path and query. */
export interface ModelRequest {
  readonly address: ModelAddress
  readonly method: 'streamGenerateContent' | 'generateContent' | 'countTokens'
  readonly wantsEvents: boolean
  readonly apiKey: string | undefined
}

const MODEL_PATH =
  /^\/v1(?:beta1?)?\/(?:projects\/([^/]+)\/locations\/([^/]+)\/)?(?:publishers\/google\/)?models\/([^/:]+):(streamGenerateContent|generateContent|countTokens)$/

/** `undefined` when the path is none that Vertex AI serves. */
export function parseModelPath(path: string): ModelRequest | undefined {
  const url = new URL(path, 'https://aiplatform.googleapis.com')
  const [, project, location, model, method] = MODEL_PATH.exec(url.pathname) ?? []
  if (!model || !isMethod(method)) return undefined
  return {
    address: { model, ...(project && location ? { project, location } : {}) },
    method,
    wantsEvents: url.searchParams.get('alt') === 'sse',
    apiKey: url.searchParams.get('key') ?? undefined,
  }
}

function isMethod(method: string | undefined): method is ModelRequest['method'] {
  return method === 'streamGenerateContent' || method === 'generateContent' || method === 'countTokens'
}
