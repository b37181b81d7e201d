import { expect, it } from 'vitest'

import { createConversationStore } from '../conversation-store'
import { openTemporary } from '../testing/temporary-database'
import { turn } from '../testing/turn'
import { toRanges } from './excerpt'
import { keepReading } from './keep-reading'
import { createSearch } from './search'
import { createSearchIndex, type SearchIndex } from './search-index'

const NOW = new Date(2026, 10, 25).getTime()
const DAY_MS = 86_400_000
const refused = () => Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })

function setUp() {
  const database = openTemporary()
  const clock = { now: NOW }
  const store = createConversationStore(database, () => clock.now)
  const index = createSearchIndex(database, () => performance.now())
  const parts = { database, now: () => NOW, pause: async () => undefined }
  const search = createSearch({ ...parts, index })
  const say = (name: string, text: string, place: { conversationId?: string; parentId?: string } = {}) =>
    store.addTurn(turn({ conversationId: name, promptId: name, replyId: `${name} r`, text, ...place }))
  const find = async (text: string) => {
    while (index.read(1_000));
    return search(text, new AbortController().signal)
  }
  return { database, parts, clock, index, say, find }
}

it('goes on to the oldest message, however many newer ones have the word and do not fit', async () => {
  const { database, clock, say, find } = setUp()
  clock.now = NOW - 5 * DAY_MS
  say('old', 'a river in the north')
  clock.now = NOW
  database.transact(() => {
    for (let count = 0; count < 1_100; count += 1) {
      database.run(
        "INSERT INTO messages (id, conversation_id, parent_id, role, text, created_at) VALUES (?, 'old', 'old', 'user', 'a river', ?)",
        [`new ${count}`, NOW],
      )
    }
  })
  const found = await find('river before:2026-11-22')
  expect(found?.messages.map(({ messageId }) => messageId)).toEqual(['old'])
})

it('says that there is more than it lists', async () => {
  const { say, find } = setUp()
  for (let count = 0; count < 41; count += 1) say(`m${count}`, 'a river')
  const found = await find('river')
  expect([found?.messages.length, found?.hasMore]).toEqual([40, true])
})

it('goes by when a message was written, not by when its conversation was gone on with', async () => {
  const { clock, say, find } = setUp()
  clock.now = NOW - 5 * DAY_MS
  say('c', 'a river')
  clock.now = NOW
  say('later', 'a river', { conversationId: 'c', parentId: 'c r' })
  const ids = async (text: string) => (await find(text))?.messages.map(({ messageId }) => messageId)
  expect([await ids('river before:2026-11-22'), await ids('river after:2026-11-22')]).toEqual([
    ['c'],
    ['later'],
  ])
})

it('offers at first what was written in last, and nothing out of the archive', async () => {
  const { database, say, find } = setUp()
  for (const name of ['one', 'two', 'three']) say(name, name)
  database.run("UPDATE conversations SET archived_at = 1 WHERE id = 'two'")
  database.run("UPDATE conversations SET deleted_at = 1 WHERE id = 'three'")
  const found = await find('')
  expect(found?.conversations.map(({ conversationId }) => conversationId)).toEqual(['one'])
})

it('finds what was read before though the disk takes nothing just now, and hides no bug', async () => {
  const { parts, index, say, find } = setUp()
  say('c', 'a river')
  await find('river')
  const failing = (cause: Error): SearchIndex => ({
    ...index,
    read: () => {
      throw cause
    },
  })
  const signal = new AbortController().signal
  const found = await createSearch({ ...parts, index: failing(refused()) })('river', signal)
  expect(found?.messages.map(({ messageId }) => messageId)).toEqual(['c'])
  await expect(
    createSearch({ ...parts, index: failing(new Error('a bug')) })('river', signal),
  ).rejects.toThrow('a bug')
})

it('marks places that touch as one', () => {
  expect(toRanges('abab ab', ['ab'])).toEqual([
    { start: 0, end: 4 },
    { start: 5, end: 7 },
  ])
})

it.each([
  ['a disk that refuses', refused(), 1, 0],
  ['a bug', new Error('a bug'), 0, 1],
])('reads on after %s, or tells of it', (...[, cause, waiting, failed]) => {
  const timers: (() => void)[] = []
  const failures: unknown[] = []
  keepReading({
    index: {
      countUnread: () => 0,
      read: () => {
        throw cause
      },
    },
    timer: (_ms, run) => {
      timers.push(run)
      return () => undefined
    },
    onFailure: (failure) => failures.push(failure),
  })
  timers.shift()?.()
  expect([timers.length, failures.length]).toEqual([waiting, failed])
})
