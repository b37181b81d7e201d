import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Ledger } from './testing/ledger'
import { anyActs, createStores, doAll, type Stores } from './testing/random-acts'
import { openTemporary } from './testing/temporary-database'

const SEED = 20_261_126
const RUNS = 200

/** Each run in a file that was emptied before. */
function holdsWhateverIsDone(plant: (stores: Stores) => Stores = (stores) => stores, numRuns = RUNS): void {
  const database = openTemporary()
  fc.assert(
    fc.property(anyActs, (acts) => {
      database.exec(EMPTY)
      const stores = plant(createStores(database))
      doAll(acts, stores, (ledger, pick) => checkKept(stores, ledger, pick))
      expect(database.all('PRAGMA foreign_key_check')).toEqual([])
    }),
    { numRuns, seed: SEED },
  )
}

function checkKept(
  { database, conversations, folders, list, tree }: Stores,
  ledger: Ledger,
  pick: number,
): void {
  const sorted = <Item>(items: readonly Item[], key: (item: Item) => string) =>
    items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
  // Every message says what it always said, where it always stood; nobody is gone who was not sent away.
  const entries = sorted(ledger.entries(), ({ id }) => id)
  expect(database.all(MESSAGES)).toEqual(
    sorted(
      entries.map(({ isDeleted, ...entry }) => ({ ...entry, isDeleted: isDeleted ? 1 : 0 })),
      ({ id }) => id,
    ),
  )
  expect(
    list
      .page(undefined)
      .rows.map(({ id, folderId }) => `${id} ${folderId}`)
      .toSorted(),
  ).toEqual(
    ledger
      .places()
      .map(([id, folderId]) => `${id} ${folderId}`)
      .toSorted(),
  )
  expect(
    folders
      .list()
      .map(({ id, parentId }) => `${id} ${parentId}`)
      .toSorted(),
  ).toEqual(
    ledger
      .folders()
      .map(([id, parentId]) => `${id} ${parentId}`)
      .toSorted(),
  )
  for (const conversationId of ledger.conversationIds()) {
    const left = entries.filter((entry) => entry.conversationId === conversationId && !entry.isDeleted)
    const shown = conversations.open(conversationId).messages.map(({ id }) => id)
    // What is shown is the whole way to a message that nothing follows.
    const leaf = shown.at(-1)
    expect(shown).toEqual(leaf === undefined ? [] : ledger.pathTo(leaf))
    expect(shown.length > 0).toBe(left.length > 0)
    expect(
      left.filter(({ id }) => id !== leaf && leaf !== undefined && ledger.pathTo(id).includes(leaf)),
    ).toEqual([])
    const last = conversations.open(conversationId, 1 + (pick % 5))
    expect(last.messages.map(({ id }) => id)).toEqual(shown.slice(last.earlier))
    const hasForks = shown.some((id) => tree.read(conversationId).siblings(id).length > 1)
    if (hasForks) expect(tree.branches(conversationId)).toBe(true)
  }
}

describe('whatever a reader does', () => {
  it('keeps every message that was not deleted, every place and every path', { timeout: 120_000 }, () => {
    holdsWhateverIsDone()
  })

  it.each<[string, (stores: Stores) => Stores]>([
    [
      'a deletion that takes the prompt along',
      (stores) => {
        const sql = `UPDATE messages SET deleted_at = ?
          WHERE id = (SELECT parent_id FROM messages WHERE id = ?) AND deleted_at IS NULL`
        return withTree(stores, {
          delete: (conversationId, id, scope) => {
            const at = stores.tree.delete(conversationId, id, scope)
            stores.database.run(sql, [at, id])
            return at
          },
        })
      },
    ],
    [
      'an undo that brings back one message of several',
      (stores) => {
        const sql = `UPDATE messages SET deleted_at = NULL WHERE ordinal =
          (SELECT min(ordinal) FROM messages WHERE conversation_id = ? AND deleted_at = ?)`
        return withTree(stores, { restore: (...act) => void stores.database.run(sql, act) })
      },
    ],
    [
      'a fork that forgets where it began',
      (stores) =>
        withTree(stores, {
          fork: (conversationId, id, forkId) => {
            stores.tree.fork(conversationId, id, forkId)
            const [first] = stores.conversations.open(forkId).messages
            if (first !== undefined) stores.tree.delete(forkId, first.id, 'message')
          },
        }),
    ],
    [
      'an edit in the place of what was there',
      (stores) => ({
        ...stores,
        conversations: {
          ...stores.conversations,
          addTurn: (request) => {
            const sql = `UPDATE messages SET text = ? WHERE parent_id IS ? AND role = 'user'`
            stores.database.run(sql, [request.text, request.parentId])
            return stores.conversations.addTurn(request)
          },
        },
      }),
    ],
    [
      'a folder that takes its conversations along',
      (stores) => ({
        ...stores,
        folders: {
          ...stores.folders,
          delete: (id) => {
            const contents = stores.folders.delete(id)
            stores.list.change(contents.conversationIds, { isDeleted: true })
            return contents
          },
        },
      }),
    ],
    [
      'a choice that stops half-way',
      (stores) =>
        withTree(stores, {
          choose: (conversationId, id) => {
            stores.tree.choose(conversationId, id)
            stores.database.run('UPDATE conversations SET leaf_id = ? WHERE id = ?', [id, conversationId])
          },
        }),
    ],
  ])('would not miss %s', (_bug, plant) => {
    expect(() => holdsWhateverIsDone(plant)).toThrow()
  })
})

function withTree(stores: Stores, changes: Partial<Stores['tree']>): Stores {
  return { ...stores, tree: { ...stores.tree, ...changes } }
}

const MESSAGES = `
  SELECT conversation_id AS conversationId, id, parent_id AS parentId, text, deleted_at IS NOT NULL AS isDeleted
  FROM messages ORDER BY id`

const EMPTY = `
  BEGIN; PRAGMA defer_foreign_keys = ON; UPDATE conversations SET leaf_id = NULL; DELETE FROM reply_arrivals;
  DELETE FROM messages; DELETE FROM conversations; UPDATE folders SET parent_id = NULL; DELETE FROM folders; COMMIT`
