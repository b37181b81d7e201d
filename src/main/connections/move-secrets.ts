import { isSecret } from '../models/connections'
import type { Provider } from '../models/provider'
import type { KeyStore } from '../settings/key-store'
import type { Settings, SettingsStore } from '../settings/settings-store'

export interface MoveSecretsParts {
  readonly providers: readonly Provider[]
  readonly settings: Pick<SettingsStore, 'read' | 'change'>
  readonly keys: Pick<KeyStore, 'load' | 'write' | 'settled' | 'states'>
}

/**
 * Keeps the keys and headers that somebody wrote into the settings file as all others are kept, and takes them out of the
 * file once they are on the disk. Whatever cannot be kept stays in the file, and holds for this run.
 */
export async function moveSecrets({ providers, settings, keys }: MoveSecretsParts): Promise<void> {
  await keys.load()
  const found = findSecrets(settings.read(), providers)
  if (found.length === 0) return
  // What stands in the file was written after what was once taken out of it.
  for (const { id, field, value } of found) keys.write(id, field, value)
  // A disk that refuses shows in the states: such a secret is kept for this run alone.
  await keys.settled().catch(() => undefined)
  const states = keys.states()
  for (const { id, field, removal } of found) {
    if (states[`${id}/${field}`] !== 'this-run') settings.change(removal as unknown as Settings)
  }
}

/** Of two for the same field, the last is the one that holds. */
function findSecrets({ vertex, connections = {} }: Settings, providers: readonly Provider[]) {
  const short = secretsIn({ provider: 'vertex', ...vertex }, providers).map((secret) => ({
    ...{ ...secret, id: 'vertex' },
    removal: { vertex: { [secret.field]: undefined } },
  }))
  const saved = Object.entries(connections).flatMap(([id, connection]) =>
    secretsIn(connection, providers).map((secret) => ({
      ...{ ...secret, id },
      removal: { connections: { [id]: { [secret.field]: undefined } } },
    })),
  )
  return [...short, ...saved]
}

function secretsIn(connection: Readonly<Record<string, unknown>>, providers: readonly Provider[]) {
  const provider = providers.find(({ id }) => id === connection['provider'])
  return (provider?.fields ?? []).filter(isSecret).flatMap(({ name }) => {
    const value = connection[name]
    return typeof value === 'string' ? [{ field: name, value }] : []
  })
}
