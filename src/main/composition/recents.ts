import { app } from 'electron'

import type { ConversationRow } from '#shared/conversation'

import { listsRecents, type RecentDoors, showRecents } from '../app/recents'
import type { Words } from '../app/words'
import { recentItems } from '../desktop/recent-items'
import type { PreferenceStore } from '../settings/preferences'

export interface RecentsParts extends RecentDoors {
  readonly list: {
    readonly page: (after: undefined) => { readonly rows: readonly Omit<ConversationRow, 'isAnswering'>[] }
  }
  readonly preferences: Pick<PreferenceStore, 'read' | 'follow'>
  readonly words: () => Words
}

/** A reply changes its conversation many times; the desktop is told of it once in a while. */
const SETTLES_MS = 1_000

/** Keeps the desktop's list of recent conversations as it is in the app, if the user wants one. */
export function composeRecents({ list, preferences, words, ...doors }: RecentsParts) {
  if (!listsRecents()) return { changed: () => undefined }
  let waiting: NodeJS.Timeout | undefined
  /** The conversations are closed, and cannot be read any more. */
  let isOver = false

  function show(): void {
    waiting = undefined
    const { tray, recent } = words()
    const items = preferences.read().showsRecents ? recentItems(list.page(undefined).rows, tray.untitled) : []
    showRecents(items, { ...tray, recent }, doors)
  }

  function changed(): void {
    if (!isOver) waiting ??= setTimeout(show, SETTLES_MS).unref()
  }

  show()
  preferences.follow(changed)
  app.on('will-quit', () => {
    isOver = true
    clearTimeout(waiting)
  })
  return { changed }
}
