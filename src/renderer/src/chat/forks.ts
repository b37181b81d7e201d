import type { ChatState } from './chat-state'

/** Which of how many messages in the same place. */
export interface ForkPlace {
  /** From 1. */
  readonly position: number
  readonly count: number
  readonly previousId: string | undefined
  readonly nextId: string | undefined
}

export type Forks = readonly (readonly string[])[]

export function forkPlace(forks: Forks, messageId: string): ForkPlace | undefined {
  const siblings = forks.find((ids) => ids.includes(messageId))
  if (siblings === undefined) return undefined
  const index = siblings.indexOf(messageId)
  const [previousId, nextId] = [siblings[index - 1], siblings[index + 1]]
  return { position: index + 1, count: siblings.length, previousId, nextId }
}

/** A message stands in the place of another one from now on; the other one stays beside it. */
export function forked(state: ChatState, besideId: string, newId: string): ChatState {
  const known = state.forks.find((ids) => ids.includes(besideId))
  const others = state.forks.filter((ids) => ids !== known)
  return { ...state, forks: [...others, [...(known ?? [besideId]), newId]] }
}
