import { OFFLINE_PROVIDERS } from '#shared/offline-providers'

import type { ModelSettings } from '../models/model-settings'
import type { Provider } from '../models/provider'
import type { Secrets } from '../models/secrets'
import type { ConnectionPolicy } from './policy'

/** The providers that the administrator lets be used. */
export function allowedProviders(
  all: readonly Provider[],
  { providers }: ConnectionPolicy,
): readonly Provider[] {
  if (providers === undefined) return all
  return all.filter(({ id }) => OFFLINE_PROVIDERS.includes(id) || providers.includes(id))
}

/** What the user decided about connections, as far as the administrator lets it hold. */
export function applyConnectionPolicy(settings: ModelSettings, policy: ConnectionPolicy): ModelSettings {
  const { readyMade, onlyReadyMade } = policy
  const { vertex, ...others } = settings
  const own = onlyReadyMade ? {} : settings.connections
  return {
    ...(onlyReadyMade ? others : settings),
    connections: { ...own, ...readyMade },
    ...(vertex === undefined || onlyReadyMade || Object.hasOwn(readyMade, 'vertex')
      ? { vertex: undefined }
      : { vertex }),
  }
}

/** The keys that the user saved, as far as the administrator lets them hold: a connection left out may be back by the environment. */
export function applyPolicyToKeys(
  keys: Pick<Secrets, 'read'>,
  { readyMade, onlyReadyMade }: ConnectionPolicy,
): Pick<Secrets, 'read'> {
  if (!onlyReadyMade) return keys
  return {
    read: (connectionId, field) =>
      Object.hasOwn(readyMade, connectionId) ? keys.read(connectionId, field) : undefined,
  }
}
