import { readConnections } from '../connections'
import type { ModelSettings } from '../model-settings'
import type { ConnectionContext, Environment, OpenContext, Provider } from '../provider'
import type { Secrets } from '../secrets'
import { vertexProvider } from '../vertex/vertex-provider'

export interface ContextOptions {
  readonly settings?: ModelSettings
  readonly env?: Environment
  readonly provider?: Provider
  readonly id?: string
  readonly secrets?: Pick<Secrets, 'read'>
}

/** What a provider would be given under these settings. */
export function connectionContext(options: ContextOptions = {}): ConnectionContext {
  const { settings = {}, env = {}, provider = vertexProvider, id = provider.id } = options
  const secrets = options.secrets ?? { read: () => undefined }
  const always = { ...provider, isBuiltIn: true }
  const found = readConnections({ settings, env, secrets, providers: [always] }).find(
    (each) => each.id === id,
  )
  if (found === undefined) throw new Error(`There is no connection ${id}.`)
  return found
}

export function openContext(
  options: ContextOptions & { readonly fetch: typeof globalThis.fetch },
): OpenContext {
  return { ...connectionContext(options), fetch: options.fetch }
}
