import type { VertexConfig } from './vertex-config'

/** https://cloud.google.com/vertex-ai/generative-ai/docs/learn/locations */
export function toHost({ endpoint, location, credentials }: VertexConfig): string {
  if (endpoint !== undefined) return endpoint
  // A key has no location.
  if (credentials.kind === 'api-key' || location === 'global') return 'aiplatform.googleapis.com'
  if (location === 'eu' || location === 'us') return `aiplatform.${location}.rep.googleapis.com`
  return `${location}-aiplatform.googleapis.com`
}
