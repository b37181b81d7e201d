import { modelError } from '../model-fault'
import { MODEL_LIST, RETIRED_MODELS } from '../model-list'
import { geminiRules } from '../parameter-rules'
import type { ConnectionContext, ListedModel, Provider } from '../provider'
import { createCredentialCache } from './credential-cache'
import { fixVertex } from './fix-vertex'
import { vertexChecks } from './vertex-checks'
import { hasCredentials, toVertexConfig } from './vertex-config'
import { VERTEX_FIELDS } from './vertex-fields'
import { listVertexModels } from './vertex-models'

export const vertexProvider = createVertexProvider()

/** Gemini on Vertex AI. Tokens are kept from one model to the next. */
export function createVertexProvider(): Provider {
  const findCredentials = createCredentialCache()
  return {
    id: 'vertex',
    title: 'Google Vertex AI',
    fields: VERTEX_FIELDS,
    isBuiltIn: true,
    isAddable: true,
    isFound: hasCredentials,
    keyPage: 'https://console.cloud.google.com/iam-admin/serviceaccounts',
    // Google documents no way to let a model go on from a turn of its own.
    takesPrefill: () => false,
    takes: ({ name, outputLimit }) => geminiRules(name, outputLimit),
    retired: RETIRED_MODELS.gemini,
    models: (context) => [...chosenByName(context), ...MODEL_LIST.gemini],
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
    // Sentences speak of this computer's login at Google instead, and of Google's roles.
    isNamed: (context) => toVertexConfig(context).credentials.kind === 'json',
    listModels: async (context) => listVertexModels(context, findCredentials),
    checks: vertexChecks,
    fix: fixVertex,
    open: async (modelName, context) => {
      const { credentials: source, location, endpoint, project } = toVertexConfig(context)
      const { createVertexModel } = await import('./create-vertex-model')
      const credentials = await findCredentials(source, context.fetchForTokens ?? context.fetch)
      const projectId = project ?? credentials.projectId
      if (credentials.kind === 'oauth' && !projectId) throw modelError({ kind: 'missing-project' })
      return createVertexModel({
        modelName,
        location,
        credentials,
        ...{ fetch: context.fetch, parameters: context.parameters },
        includeThoughts: MODEL_LIST.gemini.some(({ name, thinks }) => name === modelName && thinks),
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(projectId === undefined ? {} : { projectId }),
      })
    },
  }
}

/** A model that the list does not know yet, or that only this company has. */
function chosenByName({ read }: ConnectionContext): readonly ListedModel[] {
  const name = read('model')
  return name && MODEL_LIST.gemini.every((listed) => listed.name !== name) ? [{ name }] : []
}
