import { askRevive } from '../app/ask-revive'
import { portableWords } from '../app/portable-words'
import type { MainLanguage, Words } from '../app/words'
import { sayRefused } from '../app/say-refused'
import { openConversations, type OpenedConversations } from '../conversations/open-conversations'
import { createRefusalAlarm } from '../conversations/refusal-alarm'
import { revive } from '../portable/revive'

export interface HistoryParts {
  readonly words: () => Words
  readonly language: () => MainLanguage
  readonly file: string
  readonly backups: string
  readonly onRefused: (cause: unknown) => void
}

/**
 * Opens what was ever said, with the user's help where that does not work by itself. A disk that refuses to write while it
 * is open is said, too.
 */
export function openHistory({
  words,
  language,
  onRefused,
  ...kept
}: HistoryParts): Promise<Extract<OpenedConversations, { readonly ok: true }> | undefined> {
  const { file } = kept
  const raise = createRefusalAlarm({ say: () => sayRefused(words()), now: Date.now })
  const hearRefusal = (cause: unknown): void => {
    onRefused(cause)
    raise(cause)
  }
  return revive({
    ...{ ...kept, open: () => openConversations(file, hearRefusal), now: () => new Date() },
    ...askRevive({ ...kept, words: words(), portable: portableWords[language()] }),
  })
}
