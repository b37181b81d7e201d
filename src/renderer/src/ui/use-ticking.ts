import { createContext, useContext, useSyncExternalStore } from 'react'

import type { Ticker } from './ticker'

export const TickerContext = createContext<Ticker | undefined>(undefined)

/** Reads something off the clock (milliseconds since the epoch), and renders again only when it has changed. */
export function useTicking<Value extends number | string | boolean | undefined>(
  read: (now: number) => Value,
  isRunning: boolean,
): Value {
  const ticker = useContext(TickerContext)
  if (ticker === undefined) throw new Error('useTicking needs a TickerContext above it')
  return useSyncExternalStore(isRunning ? ticker.subscribe : neverTick, () => read(ticker.now()))
}

function neverTick(): () => void {
  return () => {}
}
