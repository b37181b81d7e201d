import type { QuickKeysState } from '#shared/requests/quick'
import type { Keys } from '#shared/shortcuts'

import type { ShortcutReach } from './shortcut-reach'
import { toAccelerator } from './to-accelerator'

/** Where the system is asked for keys. */
export interface Registrar {
  /** False when the system refuses, as when another program has them. */
  readonly register: (accelerator: string, onPress: () => void) => boolean
  readonly unregister: (accelerator: string) => void
}

export interface QuickKeysParts {
  readonly registrar: Registrar
  readonly reach: ShortcutReach
  readonly onPress: () => void
}

export interface QuickKeys {
  /** Has these keys, and no longer those before. */
  use(keys: Keys): void
  state(): QuickKeysState
  /** Calls back when keys were asked for; returns the function that ends it. */
  follow(listener: (state: QuickKeysState) => void): () => void
}

/** The keys that reach the app from every program, and how they stand. */
export function createQuickKeys({ registrar, reach, onPress }: QuickKeysParts): QuickKeys {
  const listeners = new Set<(state: QuickKeysState) => void>()
  let used: Keys = ''
  let status: QuickKeysState['status'] = 'off'

  function take(keys: Keys): QuickKeysState['status'] {
    if (keys === '') return 'off'
    if (reach === 'none') return 'refused'
    const isTaken = registrar.register(toAccelerator(keys), onPress)
    if (reach === 'asked') return isTaken ? 'asked' : 'refused'
    return isTaken ? 'on' : 'taken'
  }

  return {
    use: (keys) => {
      // Keys that were refused are asked for again: whoever had them may have given them up.
      if (keys === used && (status === 'on' || status === 'off' || status === 'asked')) return
      if (status === 'on' || status === 'asked') registrar.unregister(toAccelerator(used))
      used = keys
      status = take(keys)
      for (const listener of listeners) listener({ status })
    },
    state: () => ({ status }),
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
