import { askRevive } from '../app/ask-revive'
import { portableWords } from '../app/portable-words'
import type { MainLanguage, Words } from '../app/words'
import { openConversations, type OpenedConversations } from '../conversations/open-conversations'
import { revive } from '../portable/revive'

export interface HistoryParts {
  readonly words: () => Words
  readonly language: () => MainLanguage
  readonly file: string
  readonly backups: string
  readonly onRefused: (cause: unknown) => void
}

/** Opens what was ever said, with the user's help where that does not work by itself. */
export function openHistory({
  words,
  language,
  onRefused,
  ...kept
}: HistoryParts): Promise<Extract<OpenedConversations, { readonly ok: true }> | undefined> {
  const { file } = kept
  return revive({
    ...{ ...kept, open: () => openConversations(file, onRefused), now: () => new Date() },
    ...askRevive({ ...kept, words: words(), portable: portableWords[language()] }),
  })
}
