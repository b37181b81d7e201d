import type { ConversationRow } from '#shared/conversation'

import { shorten } from '../conversations/to-title'

/** A conversation as the desktop lists it. */
export interface RecentItem {
  readonly id: string
  readonly title: string
  /** The link that opens it. */
  readonly link: string
}

/** As many as fit into a jump list of Windows. */
const MOST_ITEMS = 8
/** In graphemes; what is longer is cut by the desktop, or makes its menu as wide as the screen. */
const LONGEST_TITLE = 60
/** What has no width, breaks the line or turns the direction of writing. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/gu

type ListedRow = Pick<ConversationRow, 'id' | 'title' | 'updatedAt' | 'isArchived'>

/** The conversations that were gone on with last; what is put away in the archive is not shown outside of the app. */
export function recentItems(rows: readonly ListedRow[], untitled: string): readonly RecentItem[] {
  return rows
    .filter(({ isArchived }) => !isArchived)
    .toSorted((one, other) => other.updatedAt - one.updatedAt)
    .slice(0, MOST_ITEMS)
    .map(({ id, title }) => ({ id, title: toLine(title) || untitled, link: `nagare://conversation/${id}` }))
}

function toLine(title: string): string {
  return shorten(title.replaceAll(UNSEEN, ' ').trim(), LONGEST_TITLE)
}
