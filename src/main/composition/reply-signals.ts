import { createReplyNews, type ReplyNewsParts } from '../app/reply-news'
import type { Words } from '../app/words'
import type { OpenedConversations } from '../conversations/open-conversations'
import { createReplySignals, type ReplySignals } from '../desktop/reply-signals'
import type { PreferenceStore } from '../settings/preferences'

export interface ReplySignalsComposition extends ReplyNewsParts {
  readonly preferences: Pick<PreferenceStore, 'read'>
  readonly history: Pick<Extract<OpenedConversations, { readonly ok: true }>, 'list'>
  readonly words: () => Words
}

/** Joins what the desktop is told of replies to the settings, the titles and the windows. */
export function composeReplySignals(parts: ReplySignalsComposition): ReplySignals {
  const { preferences, history, words, ...news } = parts
  return createReplySignals({
    ...createReplyNews(news),
    notifies: () => preferences.read().notifies,
    titleOf: (id) => history.list.rows([id])[0]?.title ?? '',
    words: () => words().reply,
  })
}
