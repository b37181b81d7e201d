import { createContext, use } from 'react'

import type { KeptLooks } from '../markdown/kept-looks'

/** The looks of each message of a conversation, by its id. */
export const LooksContext = createContext<Map<string, KeptLooks> | undefined>(undefined)

/** The same for the same message, also when it was out of the page meanwhile. */
export function useLooks(messageId: string): KeptLooks | undefined {
  const all = use(LooksContext)
  if (all === undefined) return undefined
  const looks = all.get(messageId) ?? new Map<string, unknown>()
  all.set(messageId, looks)
  return looks
}
