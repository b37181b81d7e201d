import type { Connection, Field, FieldName } from '#shared/connection'
import type { ModelParameters } from '#shared/parameters'

import type { ModelSettings, SavedConnection } from './model-settings'
import type { ConnectionContext, Environment, Provider } from './provider'
import type { Secrets } from './secrets'

/** A connection with everything that its provider needs. Stays in main. */
export interface KnownConnection extends ConnectionContext {
  readonly name: string
  readonly origin: Connection['origin']
  readonly provider: Provider
  readonly defaultModel?: string
  /** What its models are told where a conversation says nothing else. */
  readonly parameters?: ModelParameters
}

export interface ConnectionSources {
  readonly settings: ModelSettings
  readonly secrets: Pick<Secrets, 'read'>
  readonly env: Environment
  readonly providers: readonly Provider[]
  /** Ids of providers that were found to run on this computer. */
  readonly running?: ReadonlySet<string>
}

/** All connections: the built-in ones, those that the environment offers, and those that the user added. */
export function readConnections(sources: ConnectionSources): readonly KnownConnection[] {
  const { settings, providers } = sources
  // One that was taken away leaves its name behind until the next start.
  const saved = Object.entries(settings.connections ?? {}).filter(
    ([, connection]) => connection !== undefined,
  )
  return providers.flatMap((provider) => {
    const own = ownConnection(provider, sources)
    const isThere = own.origin !== 'found' || isFound(own) || sources.running?.has(provider.id)
    const others = saved.filter(([id, { provider: of }]) => of === provider.id && id !== provider.id)
    return [...(isThere ? [own] : []), ...others.map(([id]) => toConnection(id, provider, sources))]
  })
}

/** The connection named after its provider, there or not. */
export function ownConnection(provider: Provider, sources: ConnectionSources): KnownConnection {
  return toConnection(provider.id, provider, sources)
}

function toConnection(id: string, provider: Provider, sources: ConnectionSources): KnownConnection {
  const { settings, secrets, env } = sources
  const saved = settings.connections?.[id]
  const short: Fields = id === 'vertex' ? (settings.vertex ?? {}) : {}
  const fieldNamed = (name: FieldName) => provider.fields.find((field) => field.name === name)
  const readSaved = (name: FieldName): string | undefined => {
    const field = fieldNamed(name)
    if (field === undefined) return undefined
    return (isSecret(field) ? secrets.read(id, name) : textOf(saved, name)) ?? short[name]
  }
  return {
    id,
    provider,
    env,
    name: saved?.name ?? provider.title,
    origin: provider.isBuiltIn ? 'built-in' : saved === undefined ? 'found' : 'saved',
    ...(saved?.defaultModel === undefined ? {} : { defaultModel: saved.defaultModel }),
    ...(saved?.parameters === undefined ? {} : { parameters: saved.parameters }),
    readSaved,
    // Otherwise a key of the environment would be sent to whatever address a second connection names.
    read: (name) =>
      readSaved(name) ?? (id === provider.id ? fromEnvironment(fieldNamed(name), env)?.value : undefined),
  }
}

type Fields = Readonly<Partial<Record<FieldName, string | undefined>>>

function textOf(saved: SavedConnection | undefined, name: FieldName): string | undefined {
  const value = saved?.[name]
  return typeof value === 'string' ? value : undefined
}

function isFound(connection: KnownConnection): boolean {
  const { provider, env } = connection
  if (provider.isFound) return provider.isFound(connection)
  const required = provider.fields.filter(({ isRequired }) => isRequired)
  return required.length > 0 && required.every((field) => fromEnvironment(field, env) !== undefined)
}

export function isSecret({ kind }: Field): boolean {
  return kind === 'secret' || kind === 'headers'
}

/** An empty variable is none. Shells and files of variables leave blanks and line breaks around a value. */
export function fromEnvironment(field: Field | undefined, env: Environment) {
  const variable = field?.variables?.find((name) => env[name]?.trim())
  const value = variable === undefined ? undefined : env[variable]?.trim()
  return variable === undefined || value === undefined ? undefined : { variable, value }
}
