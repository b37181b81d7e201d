import { createContext, use } from 'react'

import type { KeptLooks } from '../markdown/kept-looks'

/** The looks of each message of a conversation and of each thought, by its id or name. */
export const LooksContext = createContext<Map<string, KeptLooks> | undefined>(undefined)

/** The same for the same message or thought, also when it was out of the page meanwhile. */
export function useLooks(id: string): KeptLooks | undefined {
  const all = use(LooksContext)
  if (all === undefined) return undefined
  const looks = all.get(id) ?? new Map<string, unknown>()
  all.set(id, looks)
  return looks
}
