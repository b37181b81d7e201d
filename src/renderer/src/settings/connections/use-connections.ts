import { useCallback } from 'react'

import type { Connection, ProviderDescription } from '#shared/connection'
import type { KeysState } from '#shared/requests/settings'

import { useSettingsSession } from '../use-settings'
import { useAnswer } from '../../ui/use-answer'

export interface KnownConnections {
  readonly providers: readonly ProviderDescription[]
  readonly connections: readonly Connection[]
  readonly keys: KeysState
}

/** Undefined until main has answered. */
export function useConnections(): { readonly known: KnownConnections | undefined; reload(): Promise<void> } {
  const { ask } = useSettingsSession()
  const read = useCallback(async (): Promise<KnownConnections | undefined> => {
    const [providers, connections, keys] = await Promise.all([
      ask('listProviders', {}),
      ask('listConnections', {}),
      ask('readKeys', {}),
    ])
    return providers && connections && keys && { ...providers, ...connections, keys }
  }, [ask])
  const { answer: known, reload } = useAnswer(read)
  return { known, reload }
}
