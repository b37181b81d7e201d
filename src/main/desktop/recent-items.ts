import type { ConversationRow } from '#shared/conversation'

/** A conversation as the desktop lists it. */
export interface RecentItem {
  readonly id: string
  readonly title: string
  /** The link that opens it. */
  readonly link: string
}

/** As many as fit into a jump list of Windows. */
const MOST_ITEMS = 8
/** In characters; what is longer is cut by the desktop, or makes its menu as wide as the screen. */
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
    .map(({ id, title }) => ({ id, title: shorten(title) || untitled, link: `nagare://conversation/${id}` }))
}

function shorten(title: string): string {
  const signs = [...new Intl.Segmenter().segment(title.replaceAll(UNSEEN, ' ').trim())]
  if (signs.length <= LONGEST_TITLE) return signs.map(({ segment }) => segment).join('')
  return `${signs
    .slice(0, LONGEST_TITLE - 1)
    .map(({ segment }) => segment)
    .join('')}…`
}
