import { createGuardedFetch } from '../../../transport/guarded-fetch'
import { createVertexModel, type VertexModelOptions } from '../create-vertex-model'

/** Silence lasts as long as it takes to be sure of it, and no longer than a test can wait. */
export const IDLE_MS = 400

/** Our class with the same credentials as the stock one. */
export function createSteadyModel(
  fetch: typeof globalThis.fetch,
  options: Partial<VertexModelOptions> = {},
): ReturnType<typeof createVertexModel> {
  return createVertexModel({
    modelName: 'gemini-3.5-flash',
    location: 'global',
    projectId: 'demo-project',
    includeThoughts: true,
    credentials: { kind: 'oauth', headers: async () => ({ authorization: 'Bearer token' }) },
    fetch: createGuardedFetch({ fetch, limits: { headersMs: IDLE_MS, idleMs: IDLE_MS } }),
    ...options,
  })
}
