import type { Events } from '#shared/contract'

import type { Caller } from './answer'

/** The pages that want to hear of one kind of event, each until it is gone. */
export interface Followers<Name extends keyof Events> {
  add(caller: Caller): void
  tell(event: Events[Name]): void
  hasAny(): boolean
}

export function createFollowers<Name extends keyof Events>(name: Name): Followers<Name> {
  const callers = new Set<Caller>()
  return {
    add: (caller) => {
      callers.add(caller)
      caller.gone.addEventListener('abort', () => callers.delete(caller), { once: true })
    },
    tell: (event) => callers.forEach((caller) => caller.tell(name, event)),
    hasAny: () => callers.size > 0,
  }
}
