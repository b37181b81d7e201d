import { expect, it } from 'vitest'

import type { Caller } from '../bridge/answer'
import type { Trash } from './trash'
import { trashHandlers } from './trash-handlers'

const NOBODY: Caller = { tell: () => undefined, gone: new AbortController().signal }
const PLACES = [
  { conversationId: 'one', deletedAt: 1 },
  { conversationId: 'two', deletedAt: 2 },
  { conversationId: 'one', deletedAt: 3 },
]

function setUp(runningIn: readonly string[] = []) {
  const acts: unknown[] = []
  const trash: Trash = {
    page: () => ({ items: [] }),
    restore: (places) => acts.push(['restore', places]),
    deleteForGood: (places, isWriting) => acts.push(['delete', places, isWriting]),
    placesUntil: (until) => PLACES.filter(({ deletedAt }) => deletedAt <= until),
  }
  const handlers = trashHandlers({
    trash,
    news: {
      changed: (ids) => acts.push(['list', ids]),
      treeChanged: (id, doer) => acts.push(['tree', id, doer]),
    },
    runningIn: (id) => (runningIn.includes(id) ? ['r'] : []),
  })
  return { acts, handlers }
}

it('brings back, and then tells each conversation once: the list, and whoever shows it', () => {
  const { acts, handlers } = setUp()
  void handlers.restoreTrash({ places: PLACES }, NOBODY)
  expect(acts).toEqual([
    ['restore', PLACES],
    ['list', ['one', 'two']],
    ['tree', 'one', undefined],
    ['tree', 'two', undefined],
  ])
})

it('deletes for good what was there when it was asked, and says whether a reply still writes in any of it', () => {
  const quiet = setUp(['three'])
  void quiet.handlers.emptyTrash({ until: 2 }, NOBODY)
  const writing = setUp(['two'])
  void writing.handlers.deleteForGood({ places: PLACES }, NOBODY)
  expect([quiet.acts, writing.acts]).toEqual([
    [['delete', PLACES.slice(0, 2), false]],
    [['delete', PLACES, true]],
  ])
})
