import { createContext, useContext, useState } from 'react'

/** The parts of messages that are unfolded, by their names. A message that leaves the page forgets; this does not. */
export const FoldContext = createContext<Set<string> | undefined>(undefined)

/** Whether a part of a message is unfolded, and what folds and unfolds it. Its name is unlike that of any other part. */
export function useFold(name: string): readonly [isUnfolded: boolean, unfold: (isWanted: boolean) => void] {
  const unfolded = useContext(FoldContext)
  const [isUnfolded, setIsUnfolded] = useState(() => unfolded?.has(name) === true)
  return [
    isUnfolded,
    (isWanted) => {
      if (isWanted) unfolded?.add(name)
      else unfolded?.delete(name)
      setIsUnfolded(isWanted)
    },
  ]
}
