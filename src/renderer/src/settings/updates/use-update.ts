import { useEffect, useState } from 'react'

import type { UpdateState } from '#shared/update'

import { useSettingsSession } from '../use-settings'

/** Where an update stands, followed. */
export function useUpdate(): UpdateState {
  const { ask, onUpdate } = useSettingsSession()
  const [state, setState] = useState<UpdateState>({ step: 'idle' })

  useEffect(() => {
    // What is told while the answer is on its way is newer than it.
    let isNewer = false
    const stop = onUpdate((next) => {
      isNewer = true
      setState(next)
    })
    void ask('readUpdate', {}).then((now) => {
      if (!isNewer && now !== undefined) setState(now)
    })
    return () => {
      isNewer = true
      stop()
    }
  }, [ask, onUpdate])

  return state
}
