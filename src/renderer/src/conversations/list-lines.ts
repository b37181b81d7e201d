import type { ConversationRow, Folder } from '#shared/conversation'

import { type DayGroup, dayGroupOf } from './day-group'
import type { LibraryState } from './library-state'

/** One line of the list, from top to bottom. */
export type ListLine = HeadingLine | FolderLine | ConversationLine

export interface HeadingLine {
  readonly kind: 'heading'
  readonly key: string
  readonly of: { readonly kind: 'pinned' } | DayGroup
}

export interface FolderLine {
  readonly kind: 'folder'
  readonly key: string
  readonly folder: Folder
  /** 0 at the top. */
  readonly depth: number
  readonly isUnfolded: boolean
  /** How many conversations lie in it, not counting those in folders within. */
  readonly count: number
}

export interface ConversationLine {
  readonly kind: 'conversation'
  readonly key: string
  readonly row: ConversationRow
  readonly depth: number
}

export interface ListView {
  readonly now: number
  readonly showsArchived: boolean
  readonly foldedIds: ReadonlySet<string>
}

type Known = Pick<LibraryState, 'rows' | 'folders'>

/** The list as it is read: pinned ones first, then the folders, then by day what lies in none. */
export function listLines({ rows, folders }: Known, view: ListView): readonly ListLine[] {
  const all = [...rows.values()].filter((row) => row.isArchived === view.showsArchived).sort(byTime)
  if (view.showsArchived) return byDay(all, view.now)
  const pinned = all.filter(({ isPinned }) => isPinned)
  const others = all.filter(({ isPinned }) => !isPinned)
  const known = new Set(folders.map(({ id }) => id))
  const loose = others.filter(({ folderId }) => folderId === null || !known.has(folderId))
  return [
    ...(pinned.length === 0 ? [] : [heading('pinned', { kind: 'pinned' })]),
    ...pinned.map((row) => conversation(row, 0)),
    ...folderLines(folders, others, view.foldedIds),
    ...byDay(loose, view.now),
  ]
}

function folderLines(
  folders: readonly Folder[],
  rows: readonly ConversationRow[],
  foldedIds: ReadonlySet<string>,
): readonly ListLine[] {
  const within = new Map<string, ConversationRow[]>()
  for (const row of rows) {
    if (row.folderId === null) continue
    const list = within.get(row.folderId)
    if (list === undefined) within.set(row.folderId, [row])
    else list.push(row)
  }
  const under = (parentId: string | null, depth: number): readonly ListLine[] =>
    folders
      .filter((folder) => folder.parentId === parentId)
      .flatMap((folder): readonly ListLine[] => {
        const isUnfolded = !foldedIds.has(folder.id)
        const own = within.get(folder.id) ?? []
        const count = own.length
        const line: ListLine = { kind: 'folder', key: folder.id, folder, depth, isUnfolded, count }
        if (!isUnfolded) return [line]
        return [line, ...under(folder.id, depth + 1), ...own.map((row) => conversation(row, depth + 1))]
      })
  return under(null, 0)
}

function byDay(rows: readonly ConversationRow[], now: number): readonly ListLine[] {
  const lines: ListLine[] = []
  let last = ''
  for (const row of rows) {
    const of = dayGroupOf(row.updatedAt, now)
    const key = of.kind === 'month' ? `month ${of.month}` : of.kind
    if (key !== last) lines.push(heading(key, of))
    last = key
    lines.push(conversation(row, 0))
  }
  return lines
}

function heading(key: string, of: HeadingLine['of']): HeadingLine {
  return { kind: 'heading', key, of }
}

function conversation(row: ConversationRow, depth: number): ConversationLine {
  return { kind: 'conversation', key: row.id, row, depth }
}

function byTime(one: ConversationRow, other: ConversationRow): number {
  return other.updatedAt - one.updatedAt || (other.id < one.id ? -1 : 1)
}
