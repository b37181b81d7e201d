import type { Folder, FolderContents } from '#shared/conversation'

import type { Database } from './connect'
import type { Clock } from './conversation-store'
import { toStorable } from './message-row'

export interface FolderPlace {
  readonly parentId: string | null
  /** The one that it comes before; null: it is the last. */
  readonly beforeId: string | null
}

export interface Folders {
  /** Each parent's in their order. */
  list(): readonly Folder[]
  /** Adds a folder behind all others of its parent, or names one anew. */
  keep(folder: Folder): void
  /** Throws when it would lie within itself. */
  move(id: string, place: FolderPlace): void
  /** Moves what it holds to where it lies, and says what that was. */
  delete(id: string): FolderContents
  restore(folder: Folder & FolderPlace & FolderContents): void
}

export function createFolders(database: Database, now: Clock): Folders {
  function list(): readonly Folder[] {
    const rows = database.all<Row>('SELECT id, parent_id, name FROM folders ORDER BY parent_id, position, id')
    return rows.map(({ id, parent_id, name }) => ({ id, parentId: parent_id, name }))
  }

  function keep({ id, parentId, name }: Folder): void {
    database.transact(() => {
      if (database.run('UPDATE folders SET name = ? WHERE id = ?', [toStorable(name), id]) > 0) return
      add({ id, parentId, name })
    }, 'full')
  }

  function add({ id, parentId, name }: Folder): void {
    // Those before it may have left gaps when they went.
    const sql = `
      INSERT INTO folders (id, parent_id, name, position, created_at)
      SELECT ?, ?, ?, coalesce(max(position) + 1, 0), ? FROM folders WHERE parent_id IS ?`
    database.run(sql, [id, parentId, toStorable(name), now(), parentId])
  }

  function move(id: string, place: FolderPlace): void {
    database.transact(() => put(id, place), 'full')
  }

  function put(id: string, { parentId, beforeId }: FolderPlace): void {
    const parents = new Map(list().map((folder) => [folder.id, folder.parentId]))
    for (let at = parentId; at !== null; at = parents.get(at) ?? null) {
      if (at === id) throw new Error(`${id} cannot lie within itself`)
    }
    const others = among(parentId).filter((other) => other !== id)
    const index = beforeId === null ? -1 : others.indexOf(beforeId)
    const order = others.toSpliced(index < 0 ? others.length : index, 0, id)
    database.run('UPDATE folders SET parent_id = ? WHERE id = ?', [parentId, id])
    order.forEach((one, position) => {
      database.run('UPDATE folders SET position = ? WHERE id = ?', [position, one])
    })
  }

  function remove(id: string): FolderContents {
    return database.transact(() => {
      const [folder] = database.all<Row>('SELECT id, parent_id, name FROM folders WHERE id = ?', [id])
      if (folder === undefined) return { conversationIds: [], folderIds: [] }
      const conversationIds = database
        .all<{ id: string }>('SELECT id FROM conversations WHERE folder_id = ?', [id])
        .map((row) => row.id)
      const folderIds = among(id)
      database.run('UPDATE conversations SET folder_id = ? WHERE folder_id = ?', [folder.parent_id, id])
      for (const child of folderIds) put(child, { parentId: folder.parent_id, beforeId: id })
      database.run('DELETE FROM folders WHERE id = ?', [id])
      return { conversationIds, folderIds }
    }, 'full')
  }

  function restore({ conversationIds, folderIds, ...folder }: Folder & FolderPlace & FolderContents): void {
    database.transact(() => {
      add(folder)
      put(folder.id, folder)
      for (const child of folderIds) put(child, { parentId: folder.id, beforeId: null })
      for (const conversation of conversationIds) {
        database.run('UPDATE conversations SET folder_id = ? WHERE id = ?', [folder.id, conversation])
      }
    }, 'full')
  }

  function among(parentId: string | null): readonly string[] {
    const sql = 'SELECT id FROM folders WHERE parent_id IS ? ORDER BY position, id'
    return database.all<{ id: string }>(sql, [parentId]).map(({ id }) => id)
  }

  return { list, keep, move, delete: remove, restore }
}

interface Row {
  readonly id: string
  readonly parent_id: string | null
  readonly name: string
}
