import { createContext, use, useState } from 'react'

/**
 * How the blocks of one message look by its reader's wish, such as wrapped or sorted, for as long as its conversation is
 * shown: a message that leaves the page, as in a long conversation most do, comes back as it was left. A block is known by
 * how it begins; two that begin alike look alike.
 */
export type KeptLooks = Map<string, unknown>

/** Without one, a block that leaves the page forgets. */
export const KeptLooksContext = createContext<KeptLooks | undefined>(undefined)

/** One look of a block, and what changes it. */
export function useKeptLook<Look>(
  name: string,
  initial: Look,
): readonly [look: Look, change: (next: Look) => void] {
  const kept = use(KeptLooksContext)
  // The same name always keeps the same kind of look.
  const [look, setLook] = useState(() => (kept?.has(name) === true ? (kept.get(name) as Look) : initial))
  return [
    look,
    (next) => {
      kept?.set(name, next)
      setLook(next)
    },
  ]
}
