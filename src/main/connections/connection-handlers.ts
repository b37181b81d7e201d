import type { Connection, Field } from '#shared/connection'
import type { ConnectionAnswers } from '#shared/requests/connections'

import type { Caller, Handlers } from '../bridge/answer'
import { toAppError } from '../chat/to-app-error'
import { fromEnvironment, type KnownConnection } from '../models/connections'
import { describeConnection } from '../models/describe-connection'
import type { ModelLists } from '../models/model-lists'
import type { ModelOpener } from '../models/open-model'
import type { Provider } from '../models/provider'
import type { RunningProviders } from '../models/running-providers'
import type { Secrets } from '../models/secrets'
import type { Settings, SettingsStore } from '../settings/settings-store'
import { lookAround } from './look-around'
import { toNewId } from './new-id'
import { checkChanges } from './save-connection'
import { testConnection } from './test-connection'

export interface ConnectionParts {
  readonly providers: readonly Provider[]
  readonly models: Pick<ModelOpener, 'connections' | 'own' | 'list' | 'describe'>
  readonly settings: Pick<SettingsStore, 'read' | 'change'>
  readonly secrets: Secrets
  readonly lists: ModelLists
  readonly running: RunningProviders
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds that never run backwards. */
  readonly now: () => number
}

/** Joins the connection requests of the contract to the catalogue, the settings and the secrets. */
export function connectionHandlers(parts: ConnectionParts): Pick<Handlers, keyof ConnectionAnswers> {
  const { providers, models, settings, secrets, lists, fetch, now } = parts
  const tests = new Map<string, AbortController>()
  const find = (id: string) => models.connections().find((each) => each.id === id)
  const withFetch = (connection: KnownConnection) => ({ ...connection, fetch })

  return {
    listProviders: () => ({ providers: providers.map(toDescription) }),
    listConnections: async () => {
      await lookAround(parts)
      return { connections: models.connections().map(describeConnection) }
    },

    saveConnection: ({ id, provider: providerId, name, fields }) => {
      const provider = providers.find((each) => each.id === providerId)
      if (provider === undefined) throw new Error(`There is no provider ${providerId}.`)
      if (id !== undefined && (find(id)?.provider.id ?? id) !== provider.id) {
        throw new Error(`There is no connection ${id} to ${provider.id}.`)
      }
      const connectionId = id ?? toNewId(provider.id, [...takenIds()])
      const before = connectionId === provider.id ? models.own(provider) : find(connectionId)
      const { problems, open, secret } = checkChanges(provider, fields, (field) =>
        hasValue(field, before, fields[field.name] === null),
      )
      if (problems.length > 0) return { isSaved: false, problems }
      const saved = { provider: provider.id, ...(name === '' ? {} : { name }), ...open }
      settings.change({ connections: { [connectionId]: saved } } as Settings)
      for (const [field, value] of secret) secrets.write(connectionId, field, value)
      return { isSaved: true, connection: describe(connectionId) }
    },

    removeConnection: ({ connectionId }) => {
      const fields = find(connectionId)?.provider.fields ?? []
      // First: a disk that refuses leaves all of it as it was.
      settings.change({
        connections: { [connectionId]: undefined },
        removedConnections: [...new Set([...removedIds(), connectionId])],
      } as unknown as Settings)
      for (const { name } of fields) secrets.write(connectionId, name, undefined)
      lists.forget(connectionId)
    },

    testConnection: async ({ testId, connectionId, modelName }, caller) => {
      const connection = find(connectionId)
      if (connection === undefined) throw new Error(`There is no connection ${connectionId}.`)
      const name = modelName ?? defaultModelOf(connection)
      const abort = new AbortController()
      tests.set(testId, abort)
      const tested = {
        provider: connection.provider,
        modelName: name,
        context: withFetch(connection),
        facts: models.describe(`${connectionId}/${name}`),
      }
      const onProgress = tellProgress(caller, testId)
      try {
        const signal = AbortSignal.any([abort.signal, caller.gone])
        return { steps: await testConnection(tested, { signal, now, onProgress }) }
      } finally {
        tests.delete(testId)
      }
    },
    stopConnectionTest: ({ testId }) => tests.get(testId)?.abort(),

    refreshModels: async ({ connectionId }) => {
      const connection = find(connectionId)
      try {
        const listed = await connection?.provider.listModels?.(withFetch(connection))
        if (listed !== undefined) lists.write(connectionId, listed)
        return { models: modelsOf(connectionId) }
      } catch (cause) {
        const error = toAppError(cause, models.describe(`${connectionId}/`))
        return { models: modelsOf(connectionId), error }
      }
    },

    chooseDefaultModel: ({ connectionId, modelName }) => {
      const connection = find(connectionId)
      if (connection === undefined) return
      const chosen = { provider: connection.provider.id, defaultModel: modelName }
      settings.change({ connections: { [connectionId]: chosen } } as Settings)
    },

    favourModel: ({ modelId, isFavourite }) => {
      const others = (settings.read().favouriteModels ?? []).filter((each) => each !== modelId)
      settings.change({ favouriteModels: isFavourite ? [...others, modelId] : others })
    },
  }

  function describe(id: string): Connection {
    const connection = find(id)
    if (connection === undefined) throw new Error(`The connection ${id} was not kept.`)
    return describeConnection(connection)
  }

  function* takenIds(): Generator<string> {
    yield* Object.keys(settings.read().connections ?? {})
    yield* removedIds()
    for (const { id } of models.connections()) yield id
  }

  function removedIds(): readonly string[] {
    return settings.read().removedConnections ?? []
  }

  function modelsOf(connectionId: string) {
    return models.list().filter(({ connection }) => connection.id === connectionId)
  }

  function defaultModelOf(connection: KnownConnection): string {
    const first = modelsOf(connection.id)[0]?.id.slice(connection.id.length + 1)
    return connection.defaultModel ?? connection.read('model') ?? first ?? ''
  }
}

/** Of a field that is taken away, the environment may still have one. */
function hasValue(field: Field, connection: KnownConnection | undefined, isTakenAway: boolean): boolean {
  if (!isTakenAway) return connection?.read(field.name) !== undefined
  return (
    connection?.id === connection?.provider.id && fromEnvironment(field, connection?.env ?? {}) !== undefined
  )
}

function tellProgress(caller: Caller, testId: string) {
  return (steps: ConnectionAnswers['testConnection']['steps']) =>
    caller.tell('connectionTest', { testId, steps })
}

function toDescription({ id, title, fields, isAddable, keyPage }: Provider) {
  return { id, title, fields, isAddable, ...(keyPage === undefined ? {} : { keyPage }) }
}
