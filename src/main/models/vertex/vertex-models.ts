import { z } from 'zod'

import { askJson } from '../ask-json'
import { listedEntries, listedName } from '../listed-entries'
import { listPages } from '../list-pages'
import type { ListedModel, OpenContext } from '../provider'
import type { createCredentialCache } from './credential-cache'
import { toVertexConfig } from './vertex-config'
import { toHost } from './vertex-host'

const page = z.object({
  publisherModels: listedEntries(z.looseObject({ name: listedName })).optional(),
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
  const names = await listPages(async (after) => {
    const query = new URLSearchParams({
      pageSize: '100',
      ...(after === undefined ? {} : { pageToken: after }),
    })
    const address = `https://${toHost(config)}/v1beta1/publishers/google/models?${query}`
    const found = await askJson(context.fetch, address, { headers, schema: page })
    const items = (found.publisherModels ?? []).map(({ name }) =>
      name.replace(/^publishers\/google\/models\//, ''),
    )
    return { items, next: found.nextPageToken }
  })
  return names
    .filter((name) => /^gemini-/.test(name) && !/embedding|tts|image|audio|live/.test(name))
    .map((name) => ({ name }))
}
