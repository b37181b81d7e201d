import { foldText } from '#shared/fold-text'

import type { Database } from '../connect'

interface FolderRow {
  readonly id: string
  readonly parent_id: string | null
  readonly name: string
}

/** The folders whose name contains this folded text, and all that are in them. */
export function findFolders(database: Database, name: string): readonly string[] {
  const folders = database.all<FolderRow>('SELECT id, parent_id, name FROM folders')
  const found = new Set(folders.filter((folder) => foldText(folder.name).includes(name)).map(({ id }) => id))
  for (let before = -1; before < found.size;) {
    before = found.size
    for (const { id, parent_id: parentId } of folders) if (found.has(parentId ?? '')) found.add(id)
  }
  return [...found]
}
