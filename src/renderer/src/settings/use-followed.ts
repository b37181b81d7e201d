import { useEffect, useState } from 'react'

import type { Followable } from './settings-session'

/** A state of main's, followed; undefined until main has said it. */
export function useFollowed<State>({ read, follow }: Followable<State>): State | undefined {
  const [state, setState] = useState<State>()

  useEffect(() => {
    // What is told while the answer is on its way is newer than it.
    let isNewer = false
    const stop = follow((next) => {
      isNewer = true
      setState(next)
    })
    void read().then((now) => {
      if (!isNewer) setState(now)
    })
    return () => {
      isNewer = true
      stop()
    }
  }, [read, follow])

  return state
}
