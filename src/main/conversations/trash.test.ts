import { expect, it } from 'vitest'

import { createConversationList } from './conversation-list'
import { createConversationStore } from './conversation-store'
import { emptyTrash, keepEmptying } from './empty-trash'
import { createParameterStore } from './parameter-store'
import { openTemporary } from './testing/temporary-database'
import { turn } from './testing/turn'
import { createTrash } from './trash'
import { createTreeStore } from './tree-store'

const DAY_MS = 24 * 60 * 60 * 1000

function setUp() {
  const database = openTemporary()
  let now = 100 * DAY_MS
  const clock = () => (now += 1)
  const conversations = createConversationStore(database, clock)
  const list = createConversationList(database, clock)
  const tree = createTreeStore(database, clock, () => '')
  const trash = createTrash(database, tree, () => now)
  const say = (id: string, name: string, parentId: string | null = null) =>
    conversations.addTurn(
      turn({
        conversationId: id,
        parentId,
        promptId: `p${name}`,
        replyId: `r${name}`,
        text: `about ${name}`,
      }),
    )
  const shown = (id: string) => conversations.open(id).messages.map((message) => message.id)
  const listed = () => list.page(undefined).rows.map(({ id }) => id)
  return { database, list, tree, trash, say, shown, listed, later: (ms: number) => (now += ms) }
}

/** `kept` has a second turn that was deleted, and in it, before that, one message alone. */
function createDeleted() {
  const parts = setUp()
  const { say, list, tree } = parts
  say('gone', '0')
  say('kept', '1')
  say('kept', '2', 'r1')
  list.change(['gone'], { isDeleted: true })
  tree.delete('kept', 'r1', 'message')
  tree.delete('kept', 'p2', 'branch')
  return parts
}

const draw = ({ trash }: Pick<ReturnType<typeof setUp>, 'trash'>) =>
  trash.page(undefined).items.map((item) => [item.kind, item.title, item.excerpt, item.messageCount] as const)

it('names each act of deleting, the last one first, with what it took', () => {
  expect(draw(createDeleted())).toEqual([
    ['messages', 'about 1', 'about 2', 2],
    ['messages', 'about 1', '', 1],
    ['conversation', 'about 0', 'about 0', 2],
  ])
})

it('says nothing of messages that were deleted before their conversation was, until it is back', () => {
  const parts = createDeleted()
  parts.list.change(['kept'], { isDeleted: true })
  expect(draw(parts).map(([kind]) => kind)).toEqual(['conversation', 'conversation'])
  parts.list.change(['kept'], { isDeleted: false })
  expect(draw(parts).map(([kind]) => kind)).toEqual(['messages', 'messages', 'conversation'])
})

it('gives page after page, each act once', () => {
  const { trash, say, list } = setUp()
  const ids = Array.from({ length: 250 }, (_, index) => `c${index}`)
  for (const id of ids) say(id, id)
  list.change(ids.slice(0, 180), { isDeleted: true })
  list.change(ids.slice(180), { isDeleted: true })
  const pages: string[][] = []
  let page = trash.page(undefined)
  for (;;) {
    pages.push(page.items.map(({ conversationId }) => conversationId))
    if (page.next === undefined) break
    page = trash.page(page.next)
  }
  expect(pages.map(({ length }) => length)).toEqual([100, 100, 50])
  expect(pages.flat().sort()).toEqual(ids.toSorted())
})

it('brings back what is picked, and leaves the rest', () => {
  const parts = createDeleted()
  const [branch, one, conversation] = parts.trash.page(undefined).items
  if (branch === undefined || one === undefined || conversation === undefined) throw new Error('three acts')
  parts.trash.restore([branch, conversation])
  expect(parts.listed()).toEqual(['kept', 'gone'])
  expect(parts.shown('kept')).toEqual(['p1', 'p2', 'r2'])
  parts.trash.restore([one, conversation])
  expect(parts.shown('kept')).toEqual(['p1', 'r1', 'p2', 'r2'])
  expect(draw(parts)).toEqual([])
})

it('takes away for good what is picked, word for word, and nothing that others hang on', () => {
  const parts = createDeleted()
  const { trash, database, shown } = parts
  const [branch, one, conversation] = trash.page(undefined).items
  if (branch === undefined || one === undefined || conversation === undefined) throw new Error('three acts')
  trash.deleteForGood([one, conversation], false)
  expect(draw(parts)).toEqual([['messages', 'about 1', 'about 2', 2]])
  const ids = database.all<{ id: string }>('SELECT id FROM messages ORDER BY ordinal').map(({ id }) => id)
  expect(ids).toEqual(['p1', 'r1', 'p2', 'r2'])
  trash.restore([one, conversation, branch])
  expect(shown('kept')).toEqual(['p1', 'p2', 'r2'])
  expect(parts.listed()).toEqual(['kept'])
  expect(database.all('PRAGMA foreign_key_check')).toEqual([])
})

it('is emptied of all that was in it at a moment, and of nothing that came after', () => {
  const parts = createDeleted()
  const until = parts.trash.page(undefined).items[1]?.deletedAt ?? 0
  parts.trash.deleteForGood(parts.trash.placesUntil(until), false)
  expect(draw(parts)).toEqual([['messages', 'about 1', 'about 2', 2]])
})

it('is emptied by itself while the app runs, of what is 30 days old', () => {
  const parts = createDeleted()
  const waiting: (() => void)[] = []
  const stop = keepEmptying({
    database: parts.database,
    timer: (_, run) => {
      waiting.push(run)
      return () => waiting.splice(0)
    },
    now: () => parts.later(0),
    onFailure: (cause) => {
      throw cause
    },
  })
  const count = () => parts.database.all('SELECT id FROM conversations').length
  parts.later(29 * DAY_MS)
  waiting.shift()?.()
  expect(count()).toBe(2)
  parts.later(2 * DAY_MS)
  waiting.shift()?.()
  expect(count()).toBe(1)
  expect(waiting).toHaveLength(1)
  stop()
  expect(waiting).toHaveLength(0)
})

it('hides for good what is still being written, and takes it away when the trash is emptied the next time', () => {
  const parts = createDeleted()
  const { trash, database } = parts
  const places = trash.page(undefined).items
  trash.deleteForGood(places, true)
  expect(draw(parts)).toEqual([])
  trash.restore(places)
  expect([parts.listed(), parts.shown('kept')]).toEqual([['kept'], ['p1']])
  const count = () => database.all<{ count: number }>('SELECT count(*) AS count FROM messages')[0]?.count
  const before = count()
  emptyTrash(database, 100 * DAY_MS)
  expect([before, count()]).toEqual([6, 1])
})

it('brings back all or nothing of what was picked', () => {
  const parts = createDeleted()
  const { trash, database } = parts
  database.exec(`CREATE TRIGGER refuse BEFORE UPDATE OF deleted_at ON messages WHEN old.id = 'r1'
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  expect(() => trash.restore(trash.page(undefined).items)).toThrow('disk full')
  expect(draw(parts)).toHaveLength(3)
})

it('takes away for good what went with a conversation to a model', () => {
  const { trash, database } = createDeleted()
  const parameters = createParameterStore(database)
  for (const id of ['gone', 'kept']) parameters.keep(id, { systemPrompt: 'Secret.' })
  trash.deleteForGood(trash.page(undefined).items, false)
  expect([parameters.read('gone'), parameters.read('kept')]).toEqual([{}, { systemPrompt: 'Secret.' }])
})
