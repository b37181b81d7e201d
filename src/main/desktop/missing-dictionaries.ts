import type { SpellingAnswers, SpellingState } from '#shared/requests/spelling'

import type { Handlers } from '../bridge/answer'
import { createFollowers } from '../bridge/followers'

export interface MissingDictionaries {
  /** A dictionary was asked for; `failure` is undefined when it came. */
  note(name: string, failure: unknown): void
  /** None is wanted any more. */
  forget(): void
  readonly handlers: Pick<Handlers, keyof SpellingAnswers>
}

/** Which dictionaries are wanted and did not come, told to whoever looks at the settings. */
export function createMissingDictionaries(): MissingDictionaries {
  const missing = new Set<string>()
  const followers = createFollowers('spelling')
  const state = (): SpellingState => ({ isMissing: missing.size > 0 })
  const tell = (): void => followers.tell(state())

  return {
    note: (name, failure) => {
      if (failure === undefined) missing.delete(name)
      else missing.add(name)
      tell()
    },
    forget: () => {
      missing.clear()
      tell()
    },
    handlers: {
      readSpelling: (_, caller) => {
        followers.add(caller)
        return state()
      },
    },
  }
}
