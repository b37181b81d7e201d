import { useEffect, useState } from 'react'

import type { QuickKeysState } from '#shared/requests/quick'

import { useSettingsSession } from '../use-settings'

/** How the keys of the quick window stand, followed; undefined until main has said it. */
export function useQuickKeys(): QuickKeysState['status'] | undefined {
  const { ask, onQuickKeys } = useSettingsSession()
  const [state, setState] = useState<QuickKeysState>()

  useEffect(() => {
    // What is told while the answer is on its way is newer than it.
    let isNewer = false
    const stop = onQuickKeys((next) => {
      isNewer = true
      setState(next)
    })
    void ask('readQuickKeys', {}).then((now) => {
      if (!isNewer) setState(now)
    })
    return () => {
      isNewer = true
      stop()
    }
  }, [ask, onQuickKeys])

  return state?.status
}
