import { z } from 'zod'

import { askJson } from '../ask-json'
import type { ListedModel, OpenContext } from '../provider'
import type { createCredentialCache } from './credential-cache'
import { toVertexConfig } from './vertex-config'
import { toHost } from './vertex-host'

const page = z.object({
  publisherModels: z.array(z.looseObject({ name: z.string() })).optional(),
  nextPageToken: z.string().optional(),
})

/** Google's list is not whole, and what it lists is not everywhere: it is an addition to ours. A key may not ask for it. */
export async function listVertexModels(
  context: OpenContext,
  findCredentials: ReturnType<typeof createCredentialCache>,
): Promise<readonly ListedModel[]> {
  const config = toVertexConfig(context)
  if (config.credentials.kind === 'api-key') return []
  const credentials = await findCredentials(config.credentials, context.fetch)
  const project = config.project ?? credentials.projectId
  const headers = {
    ...(await credentials.headers()),
    ...(project === undefined ? {} : { 'x-goog-user-project': project }),
  }
  const names: string[] = []
  let token: string | undefined
  do {
    const query = new URLSearchParams({
      pageSize: '100',
      ...(token === undefined ? {} : { pageToken: token }),
    })
    const address = `https://${toHost(config)}/v1beta1/publishers/google/models?${query}`
    const { publisherModels = [], nextPageToken } = await askJson(context.fetch, address, {
      headers,
      schema: page,
    })
    names.push(...publisherModels.map(({ name }) => name.replace(/^publishers\/google\/models\//, '')))
    token = nextPageToken
  } while (token !== undefined && token !== '')
  return names
    .filter((name) => /^gemini-/.test(name) && !/embedding|tts|image|audio|live/.test(name))
    .map((name) => ({ name }))
}
