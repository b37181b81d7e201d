import { app, type JumpListItem, Menu } from 'electron'

import type { RecentItem } from '../desktop/recent-items'

export interface RecentWords {
  readonly newConversation: string
  /** Above them. */
  readonly recent: string
}

export interface RecentDoors {
  readonly openConversation: (conversationId: string) => void
  readonly startConversation: () => void
}

/** Whether this desktop has a place for them. */
export function listsRecents(): boolean {
  return process.platform === 'win32' || app.dock !== undefined
}

/** Lists conversations where the desktop lists what a program did last: in the dock, or in the jump list of the taskbar. */
export function showRecents(items: readonly RecentItem[], words: RecentWords, doors: RecentDoors): void {
  app.dock?.setMenu(
    Menu.buildFromTemplate([
      { label: words.newConversation, click: doors.startConversation },
      ...(items.length === 0 ? [] : [{ type: 'separator' } as const]),
      ...items.map(({ id, title }) => ({ label: title, click: () => doors.openConversation(id) })),
    ]),
  )
  if (process.platform === 'win32') showJumpList(items, words)
}

/** Each starts the app once more, with a link. What the user has taken from the list may not be put there again at once. */
function showJumpList(items: readonly RecentItem[], { newConversation, recent }: RecentWords): void {
  const removed = new Set(app.getJumpListSettings().removedItems.map(({ args }) => args))
  const toTask = (title: string, link: string): JumpListItem => ({
    ...{ type: 'task', title, args: link, program: process.execPath },
    ...{ iconPath: process.execPath, iconIndex: 0 },
  })
  const listed = items.map(({ title, link }) => toTask(title, link)).filter(({ args }) => !removed.has(args))
  app.setJumpList([
    ...(listed.length === 0 ? [] : [{ type: 'custom', name: recent, items: listed } as const]),
    { type: 'tasks', items: [toTask(newConversation, 'nagare://new')] },
  ])
}
