import type { FieldName } from '#shared/connection'

import type { Secrets } from '../secrets'

export function createMemorySecrets(): Secrets {
  const kept = new Map<string, string>()
  const key = (connectionId: string, field: FieldName) => `${connectionId}/${field}`
  return {
    read: (connectionId, field) => kept.get(key(connectionId, field)),
    write: (connectionId, field, value) => {
      if (value === undefined) kept.delete(key(connectionId, field))
      else kept.set(key(connectionId, field), value)
    },
  }
}
