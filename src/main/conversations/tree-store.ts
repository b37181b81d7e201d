import type { Database } from './connect'
import type { Clock } from './conversation-store'
import { createMessageTree, type MessageTree, type TreeNode } from './message-tree'

/** What is done with the tree of a conversation. Nothing is overwritten, and what is deleted can be brought back. */
export interface TreeStore {
  read(conversationId: string): MessageTree
  /** Whether more than one message ever followed another, or began it. */
  branches(conversationId: string): boolean
  /** Makes the branch of a message the one that is shown, down to where it was left. */
  choose(conversationId: string, messageId: string): void
  /** Deletes one message, or it and all that follows. Gives what names the act. */
  delete(conversationId: string, messageId: string, scope: 'message' | 'branch'): number
  /** Brings back what one act deleted, and shows it. */
  restore(conversationId: string, deletedAt: number): void
  /** The same as part of a transaction that was begun already. */
  restoreWithin(conversationId: string, deletedAt: number): void
  /** Copies the way to a message into a new conversation. Throws when a reply on it has not come to its end. */
  fork(conversationId: string, messageId: string, forkId: string): void
}

export function createTreeStore(database: Database, now: Clock, newId: () => string): TreeStore {
  function read(conversationId: string): MessageTree {
    return createMessageTree(
      database
        .all<NodeRow>(NODES, [conversationId])
        .map(({ id, parent_id, is_deleted, chosen_at }): TreeNode => {
          return { id, parentId: parent_id, isDeleted: is_deleted === 1, chosenAt: chosen_at }
        }),
    )
  }

  function branches(conversationId: string): boolean {
    return database.all(BRANCHES, [conversationId]).length > 0
  }

  function find(conversationId: string, messageId: string): MessageTree {
    const tree = read(conversationId)
    if (!tree.has(messageId)) throw new Error(`no message ${messageId} in ${conversationId}`)
    return tree
  }

  function choose(conversationId: string, messageId: string): void {
    database.transact(() => chooseWithin(conversationId, messageId))
  }

  function chooseWithin(conversationId: string, messageId: string): void {
    const tree = find(conversationId, messageId)
    const at = Math.max(now(), newest('chosen_at', conversationId) + 1)
    for (const id of tree.pathTo(messageId)) {
      if (tree.siblings(id).length > 1)
        database.run('UPDATE messages SET chosen_at = ? WHERE id = ?', [at, id])
    }
    setLeaf(conversationId, tree.leafBelow(messageId))
  }

  function remove(conversationId: string, messageId: string, scope: 'message' | 'branch'): number {
    return database.transact(() => {
      const tree = find(conversationId, messageId)
      // Another act within the same millisecond must not have the same name.
      const at = Math.max(now(), newest('deleted_at', conversationId) + 1)
      for (const id of scope === 'branch' ? tree.branch(messageId) : [messageId]) {
        database.run('UPDATE messages SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL', [at, id])
      }
      const leafId = leafOf(conversationId)
      const left = read(conversationId)
      if (leafId === null || !left.has(leafId)) {
        setLeaf(conversationId, left.leafBelow(left.pathTo(leafId).at(-1) ?? null))
      }
      return at
    }, 'full')
  }

  function restore(conversationId: string, deletedAt: number): void {
    database.transact(() => restoreWithin(conversationId, deletedAt), 'full')
  }

  function restoreWithin(conversationId: string, deletedAt: number): void {
    const values = [conversationId, deletedAt]
    const [first] = database.all<{ id: string }>(DELETED, values)
    if (first === undefined) return
    database.run('UPDATE messages SET deleted_at = NULL WHERE conversation_id = ? AND deleted_at = ?', values)
    const tree = read(conversationId)
    // One message out of the middle: what is shown goes through it again, or never did.
    if (tree.pathTo(leafOf(conversationId)).includes(first.id)) return
    chooseWithin(conversationId, first.id)
  }

  function fork(conversationId: string, messageId: string, forkId: string): void {
    database.transact(() => {
      const path = find(conversationId, messageId).pathTo(messageId)
      database.run(FORK, [forkId, now(), now(), conversationId])
      const copies = new Map<string, string>()
      let parentId: string | null = null
      for (const id of path) {
        const copyId = newId()
        if (database.run(COPY, [copyId, forkId, parentId, id]) !== 1) throw new Error(`${id} is still coming`)
        database.run(COPY_ARRIVALS, [copyId, id])
        copies.set(id, copyId)
        parentId = copyId
      }
      // Where an answer says from which message on its model was sent them, that is a copy now.
      for (const { id, firstSentId } of database.all<FirstSentRow>(FIRST_SENT, [forkId])) {
        database.run(SET_FIRST_SENT, [copies.get(firstSentId) ?? firstSentId, id])
      }
      database.run(COPY_PARAMETERS, [forkId, conversationId])
      setLeaf(forkId, parentId)
    }, 'full')
  }

  function newest(column: 'chosen_at' | 'deleted_at', conversationId: string): number {
    const sql = `SELECT coalesce(max(${column}), 0) AS at FROM messages WHERE conversation_id = ?`
    return database.all<{ at: number }>(sql, [conversationId])[0]?.at ?? 0
  }

  function leafOf(conversationId: string): string | null {
    const sql = 'SELECT leaf_id FROM conversations WHERE id = ?'
    return database.all<{ leaf_id: string | null }>(sql, [conversationId])[0]?.leaf_id ?? null
  }

  function setLeaf(conversationId: string, leafId: string | null): void {
    database.run('UPDATE conversations SET leaf_id = ? WHERE id = ?', [leafId, conversationId])
  }

  return { read, branches, choose, delete: remove, restore, restoreWithin, fork }
}

interface NodeRow {
  readonly id: string
  readonly parent_id: string | null
  readonly is_deleted: 0 | 1
  readonly chosen_at: number
}

interface FirstSentRow {
  readonly id: string
  readonly firstSentId: string
}

const NODES = `
  SELECT id, parent_id, deleted_at IS NOT NULL AS is_deleted, coalesce(chosen_at, created_at) AS chosen_at
  FROM messages WHERE conversation_id = ? ORDER BY ordinal`

const BRANCHES = `
  SELECT 1 FROM messages WHERE conversation_id = ? GROUP BY parent_id HAVING count(*) > 1 LIMIT 1`

const DELETED = `
  SELECT id FROM messages WHERE conversation_id = ? AND deleted_at = ? ORDER BY ordinal LIMIT 1`

const FORK = `
  INSERT INTO conversations (id, title, title_source, folder_id, created_at, updated_at)
  SELECT ?, title, title_source, folder_id, ?, ? FROM conversations WHERE id = ?`

const COPY = `
  INSERT INTO messages (id, conversation_id, parent_id, role, text, thought, model_id, progress, usage, details,
    created_at, ended_at)
  SELECT ?, ?, ?, role, text, thought, model_id, progress, usage, details, created_at, ended_at
  FROM messages WHERE id = ? AND (role = 'user' OR ended_at IS NOT NULL)`

const FIRST_SENT = `
  SELECT id, details ->> '$.firstSentId' AS firstSentId FROM messages
  WHERE conversation_id = ? AND details ->> '$.firstSentId' IS NOT NULL`

const SET_FIRST_SENT = "UPDATE messages SET details = json_set(details, '$.firstSentId', ?) WHERE id = ?"

const COPY_PARAMETERS = `
  INSERT INTO conversation_parameters (conversation_id, parameters)
  SELECT ?, parameters FROM conversation_parameters WHERE conversation_id = ?`

const COPY_ARRIVALS = `
  INSERT INTO reply_arrivals (reply_id, arrivals) SELECT ?, arrivals FROM reply_arrivals WHERE reply_id = ?`
