import type { Intent, IntentAnswers } from '#shared/requests/intents'

import type { Handlers } from '../bridge/answer'
import { parseDeepLink } from './parse-deep-link'
import type { StartedFor } from './read-arguments'

export interface IntentsParts {
  /** Whether a conversation is there, and was not deleted. */
  readonly isThere: (conversationId: string) => boolean
  /** Brings a window to the front that will ask for what is wanted, and tells it. */
  readonly show: () => void
}

/** What is wanted from outside, until a window takes it. */
export interface Intents {
  /** False when nothing was wanted. */
  take(started: StartedFor): boolean
  /** The file that is to be imported, once. */
  takeFile(): string | undefined
  readonly handlers: Pick<Handlers, keyof IntentAnswers>
}

export function createIntents({ isThere, show }: IntentsParts): Intents {
  let waiting: readonly Intent[] = []
  let file: string | undefined

  function toIntent(link: string): Intent {
    const intent = parseDeepLink(link)
    if (intent === undefined) return { kind: 'refused', reason: 'link' }
    const isLost = intent.kind === 'conversation' && !isThere(intent.conversationId)
    return isLost ? { kind: 'refused', reason: 'conversation' } : intent
  }

  function toImport(files: readonly string[]): readonly Intent[] {
    // macOS gives several files one by one.
    const isFull = waiting.some(({ kind }) => kind === 'import')
    const [first, ...others] = isFull ? [undefined, ...files] : files
    if (first !== undefined) file = first
    const more = others.length === 0 ? [] : [MORE_FILES]
    return first === undefined ? more : [{ kind: 'import' }, ...more]
  }

  return {
    take: ({ links, files }) => {
      const wanted = [...links.map(toIntent), ...toImport(files)]
      if (wanted.length === 0) return false
      waiting = [...waiting, ...wanted].slice(-MOST_WAITING)
      show()
      return true
    },
    takeFile: () => {
      const taken = file
      file = undefined
      return taken
    },
    handlers: {
      takeIntents: () => {
        const intents = waiting
        waiting = []
        return { intents }
      },
    },
  }
}

const MORE_FILES = { kind: 'refused', reason: 'more-files' } as const satisfies Intent
/** More at once is no reader: the latest count. */
const MOST_WAITING = 8
