import type { ParameterAnswers } from '#shared/requests/parameters'

import type { Handlers } from '../bridge/answer'
import type { Conversations } from '../conversations/conversations'
import { kept } from '../conversations/kept'
import type { ParameterStore } from '../conversations/parameter-store'
import type { ModelOpener } from '../models/open-model'
import type { Settings, SettingsStore } from '../settings/settings-store'
import { captureRequest } from './capture-request'
import { toTurn } from './to-turn'

export interface ParameterHandlersParts {
  readonly store: ParameterStore
  readonly models: Pick<ModelOpener, 'connections' | 'rules' | 'parameters' | 'open' | 'list'>
  readonly conversations: Pick<Conversations, 'open'>
  readonly settings: Pick<SettingsStore, 'change'>
  readonly fetch: typeof globalThis.fetch
}

/** Joins the requests about parameters to the conversations, the settings and the models. */
export function parameterHandlers(parts: ParameterHandlersParts): Pick<Handlers, keyof ParameterAnswers> {
  const { store, models, conversations, settings, fetch } = parts
  const find = (connectionId: string) => models.connections().find(({ id }) => id === connectionId)
  const defaultsOf = (modelId: string) =>
    models.connections().find(({ id }) => modelId.startsWith(`${id}/`))?.parameters ?? {}

  return {
    readParameters: ({ conversationId, modelId }) => ({
      own: store.read(conversationId),
      defaults: defaultsOf(modelId),
      rules: models.rules(modelId),
    }),
    keepParameters: ({ conversationId, parameters }) => kept(() => store.keep(conversationId, parameters)),

    readDefaultParameters: ({ connectionId }) => {
      const model = models
        .list()
        .filter(({ connection }) => connection.id === connectionId)
        .toSorted((one, other) => Number(other.isDefault ?? false) - Number(one.isDefault ?? false))[0]
      return {
        own: find(connectionId)?.parameters ?? {},
        rules: model === undefined ? {} : models.rules(model.id),
      }
    },
    keepDefaultParameters: ({ connectionId, parameters }) => {
      const provider = find(connectionId)?.provider.id
      if (provider === undefined) throw new Error(`There is no connection ${connectionId}.`)
      // The settings merge objects: what is not named any more is taken away by name.
      const gone = Object.keys(find(connectionId)?.parameters ?? {}).map((name) => [name, undefined])
      const all = { ...Object.fromEntries(gone), ...parameters }
      settings.change({ connections: { [connectionId]: { provider, parameters: all } } } as Settings)
    },

    showRequest: async ({ conversationId, modelId, text }) => {
      const parameters = store.read(conversationId)
      const { messages } = conversations.open(conversationId)
      const contextWindow = models.list().find(({ id }) => id === modelId)?.contextWindow
      const prompt = { role: 'user', id: '', parentId: null, text, createdAt: 0 } as const
      const turn = toTurn(text === '' ? messages : [...messages, prompt], {
        contextWindow,
        systemPrompt: models.parameters(modelId, parameters).systemPrompt,
      })
      return captureRequest({
        open: (captured) => models.open(modelId, { parameters, fetch: captured }),
        messages: turn.messages(),
        fetch,
      })
    },
  }
}
