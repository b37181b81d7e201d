import { describe, expect, it } from 'vitest'

import { createConversationStore } from './conversation-store'
import { revealMessage } from './reveal-message'
import { openTemporary } from './testing/temporary-database'
import { turn } from './testing/turn'

/** p1 ─ r1 ─ p2 ─ r2, then p1 ─ r1b, which is shown. */
function createTree() {
  const database = openTemporary()
  let time = 0
  const store = createConversationStore(database, () => (time += 1))
  store.addTurn(turn({ promptId: 'p1', replyId: 'r1' }))
  store.addTurn(turn({ promptId: 'p2', parentId: 'r1', replyId: 'r2' }))
  store.addTurn(turn({ promptId: 'p1', replyId: 'r1b' }))
  const shown = () => store.open('c').messages.map(({ id }) => id)
  return { database, store, shown }
}

describe('to reveal a message', () => {
  it('changes to its branch, down to the newest message', () => {
    const { database, shown } = createTree()
    expect(shown()).toEqual(['p1', 'r1b'])
    expect(revealMessage(database, 'r1', 10)).toBe('c')
    expect(shown()).toEqual(['p1', 'r1', 'p2', 'r2'])
  })

  it('leaves the branch alone that has it already', () => {
    const { database, store, shown } = createTree()
    store.addTurn(turn({ promptId: 'p3', parentId: 'r1b', replyId: 'r3' }))
    expect(revealMessage(database, 'p1', 10)).toBe('c')
    expect(shown()).toEqual(['p1', 'r1b', 'p3', 'r3'])
  })

  it('goes below it where the reader went last', () => {
    const { database, shown, store } = createTree()
    store.addTurn(turn({ promptId: 'p2b', parentId: 'r1', replyId: 'r2b' }))
    revealMessage(database, 'r2', 10)
    revealMessage(database, 'r1b', 11)
    revealMessage(database, 'r1', 12)
    expect(shown()).toEqual(['p1', 'r1', 'p2', 'r2'])
  })

  it('knows nothing of a message that is deleted, or whose conversation is, or that never was', () => {
    const { database, shown } = createTree()
    database.run("UPDATE messages SET deleted_at = 9 WHERE id = 'r2'")
    expect(revealMessage(database, 'r2', 10)).toBeUndefined()
    expect(revealMessage(database, 'ghost', 10)).toBeUndefined()
    expect(shown()).toEqual(['p1', 'r1b'])
    database.run('UPDATE conversations SET deleted_at = 9')
    expect(revealMessage(database, 'p2', 10)).toBeUndefined()
  })
})
