import { useCallback, useEffect, useState } from 'react'

import type { Connection, ProviderDescription } from '#shared/connection'
import type { KeysState } from '#shared/requests/settings'

import { useSettingsSession } from '../use-settings'

export interface KnownConnections {
  readonly providers: readonly ProviderDescription[]
  readonly connections: readonly Connection[]
  readonly keys: KeysState
}

/** Undefined until main has answered. */
export function useConnections(): { readonly known: KnownConnections | undefined; reload(): Promise<void> } {
  const { ask } = useSettingsSession()
  const [known, setKnown] = useState<KnownConnections>()

  const reload = useCallback(async () => {
    const [providers, connections, keys] = await Promise.all([
      ask('listProviders', {}),
      ask('listConnections', {}),
      ask('readKeys', {}),
    ])
    if (providers && connections && keys) setKnown({ ...providers, ...connections, keys })
  }, [ask])

  useEffect(() => {
    void reload()
  }, [reload])

  return { known, reload }
}
