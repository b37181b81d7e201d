import { useEffect, useState } from 'react'

import type { LocalApiState } from '#shared/local-api'

import { useSettingsSession } from '../use-settings'

/** How the local API stands, followed; undefined until main has said it. */
export function useLocalApi(): LocalApiState | undefined {
  const { ask, onLocalApi } = useSettingsSession()
  const [state, setState] = useState<LocalApiState>()

  useEffect(() => {
    // What is told while the answer is on its way is newer than it.
    let isNewer = false
    const stop = onLocalApi((next) => {
      isNewer = true
      setState(next)
    })
    void ask('readLocalApi', {}).then((now) => {
      if (!isNewer) setState(now)
    })
    return () => {
      isNewer = true
      stop()
    }
  }, [ask, onLocalApi])

  return state
}
