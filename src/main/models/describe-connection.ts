import type { Connection, Field, FieldName, FieldState } from '#shared/connection'

import { fromEnvironment, isSecret, type KnownConnection } from './connections'
import { parseHeaders } from './custom-headers'

/** A secret shorter than this would be half told by its last four characters. */
const SHORTEST_TOLD = 12

/** A connection as a window may see it: what is set and where it comes from, and no secret. */
export function describeConnection(connection: KnownConnection): Connection {
  const { id, provider, name, origin, defaultModel } = connection
  const states = provider.fields.flatMap((field): [FieldName, FieldState][] => {
    const state = toState(field, connection)
    return state === undefined ? [] : [[field.name, state]]
  })
  return {
    id,
    provider: provider.id,
    name,
    origin,
    ...(origin === 'built-in' && provider.isFound?.(connection) === true ? { hasCredentials: true } : {}),
    fields: Object.fromEntries(states),
    ...(defaultModel === undefined ? {} : { defaultModel }),
  }
}

function toState(field: Field, { read, readSaved, env }: KnownConnection): FieldState | undefined {
  const value = read(field.name)
  if (value === undefined) return undefined
  const variable = fromEnvironment(field, env)?.variable
  const source =
    readSaved(field.name) !== undefined || variable === undefined
      ? ({ from: 'settings' } as const)
      : ({ from: 'environment', variable } as const)
  if (!isSecret(field)) return { ...source, isSecret: false, value }
  if (field.kind !== 'headers') return { ...source, isSecret: true, lastFour: lastFourOf(value) }
  const headerNames = (parseHeaders(value) ?? []).map(([header]) => header)
  return { ...source, isSecret: true, lastFour: '', headerNames }
}

function lastFourOf(secret: string): string {
  return secret.length < SHORTEST_TOLD || secret.includes('\n') || secret.endsWith('}')
    ? ''
    : secret.slice(-4)
}
