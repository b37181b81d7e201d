import type { ModelChoice } from '#shared/model-choice'

import { modelError } from '../model-fault'
import { MODEL_LIST } from '../model-list'
import type { Provider, SettingsContext } from '../provider'
import { createCredentialCache } from './credential-cache'
import { toVertexConfig } from './vertex-config'

export const vertexProvider = createVertexProvider()

/** Gemini on Vertex AI. Tokens are kept from one model to the next. */
export function createVertexProvider(): Provider {
  const findCredentials = createCredentialCache()
  return {
    id: 'vertex',
    // Google documents no way to let a model go on from a turn of its own.
    takesPrefill: false,
    models: (context) => [...chosenByName(context), ...MODEL_LIST.vertex].map(toChoice),
    // An API key has no project, and its requests go to no particular region.
    place: (context) => {
      const { credentials, location, project } = toVertexConfig(context)
      if (credentials.kind === 'api-key') return {}
      return {
        location,
        ...(project === undefined ? {} : { project }),
        ...(credentials.kind === 'file' ? { file: credentials.file } : {}),
      }
    },
    open: async (modelName, context) => {
      const { credentials: source, location, endpoint, project } = toVertexConfig(context)
      const { createVertexModel } = await import('./create-vertex-model')
      const credentials = await findCredentials(source, context.fetch)
      const projectId = project ?? credentials.projectId
      if (credentials.kind === 'oauth' && !projectId) throw modelError({ kind: 'missing-project' })
      return createVertexModel({
        modelName,
        location,
        credentials,
        fetch: context.fetch,
        includeThoughts: MODEL_LIST.vertex.some(({ name, thinks }) => name === modelName && thinks),
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(projectId === undefined ? {} : { projectId }),
      })
    },
  }
}

/** A model that the list does not know yet, or that only this company has. */
function chosenByName({ settings, env }: SettingsContext) {
  const name = settings.vertex?.model ?? env['NAGARE_VERTEX_MODEL']
  return name && MODEL_LIST.vertex.every((listed) => listed.name !== name) ? [{ name, title: name }] : []
}

function toChoice({ name, title }: { readonly name: string; readonly title: string }): ModelChoice {
  return { id: `vertex/${name}`, name: title, provider: 'vertex' }
}
