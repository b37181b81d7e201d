import { OFFLINE_PROVIDERS } from '#shared/offline-providers'

import { PROVIDERS } from './catalogue'
import { isSecret } from './connections'

/** Whether there is such a provider, and such a field of its connections that everybody may read. */
export function knowsProvider(id: string, fieldName?: string): boolean {
  const provider = PROVIDERS.find((each) => each.id === id)
  if (fieldName === undefined) return provider !== undefined || OFFLINE_PROVIDERS.includes(id)
  return provider?.fields.some((field) => field.name === fieldName && !isSecret(field)) ?? false
}
