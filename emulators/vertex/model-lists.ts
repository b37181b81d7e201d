import type { IncomingHttpHeaders } from 'node:http'

import { credentialsMissing, googleError } from './google-errors'

const EMULATED_MODELS = ['gemini-3.5-flash', 'gemini-emulated'] as const

/** The lists of models: of the Gemini API, of which one can be asked for too, and of Vertex AI. */
export function answerListRequest(path: string, headers: IncomingHttpHeaders) {
  const { pathname } = new URL(path, 'https://generativelanguage.googleapis.com')
  const [, list, name] = /^(?:\/v1beta(\/models)(?:\/([^/]+))?)$/.exec(pathname) ?? []
  const isVertex = pathname === '/v1beta1/publishers/google/models'
  if (list === undefined && !isVertex) return undefined
  if (!headers['x-goog-api-key'] && !headers.authorization)
    return { status: 401, body: credentialsMissing('ListModels') }
  if (isVertex) {
    const publisherModels = EMULATED_MODELS.map((each) => ({ name: `publishers/google/models/${each}` }))
    return { status: 200, body: { publisherModels } }
  }
  if (name === undefined) return { status: 200, body: { models: EMULATED_MODELS.map(toModel) } }
  const isKnown = EMULATED_MODELS.some((each) => each === name)
  const message = `models/${name} is not found for API version v1beta.`
  return isKnown ? { status: 200, body: toModel(name) } : { status: 404, body: googleError(404, { message }) }
}

function toModel(name: string) {
  return {
    name: `models/${name}`,
    displayName: `The ${name}`,
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
    supportedGenerationMethods: ['generateContent', 'countTokens'],
    thinking: true,
  }
}
