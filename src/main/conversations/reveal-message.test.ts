import { randomUUID } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { createConversationStore } from './conversation-store'
import { revealMessage } from './reveal-message'
import { openTemporary } from './testing/temporary-database'
import { turn } from './testing/turn'
import { createTreeStore } from './tree-store'

/** p1 ─ r1 ─ p2 ─ r2, then p1 ─ r1b, which is shown. */
function createTree() {
  const database = openTemporary()
  let time = 0
  const store = createConversationStore(database, () => (time += 1))
  store.addTurn(turn({ promptId: 'p1', replyId: 'r1' }))
  store.addTurn(turn({ promptId: 'p2', parentId: 'r1', replyId: 'r2' }))
  store.addTurn(turn({ promptId: 'p1', replyId: 'r1b' }))
  const shown = () => store.open('c').messages.map(({ id }) => id)
  const tree = createTreeStore(database, () => (time += 1), randomUUID)
  const reveal = (messageId: string) => revealMessage(database, tree, messageId)
  return { database, store, shown, reveal }
}

describe('to reveal a message', () => {
  it('changes to its branch, down to the newest message', () => {
    const { shown, reveal } = createTree()
    expect(shown()).toEqual(['p1', 'r1b'])
    expect(reveal('r1')).toBe('c')
    expect(shown()).toEqual(['p1', 'r1', 'p2', 'r2'])
  })

  it('leaves the branch alone that has it already', () => {
    const { store, shown, reveal } = createTree()
    store.addTurn(turn({ promptId: 'p3', parentId: 'r1b', replyId: 'r3' }))
    expect(reveal('p1')).toBe('c')
    expect(shown()).toEqual(['p1', 'r1b', 'p3', 'r3'])
  })

  it('goes below it where the reader went last', () => {
    const { shown, store, reveal } = createTree()
    store.addTurn(turn({ promptId: 'p2b', parentId: 'r1', replyId: 'r2b' }))
    reveal('r2')
    reveal('r1b')
    reveal('r1')
    expect(shown()).toEqual(['p1', 'r1', 'p2', 'r2'])
  })

  it('knows nothing of a message that is deleted, or whose conversation is, or that never was', () => {
    const { database, shown, reveal } = createTree()
    database.run("UPDATE messages SET deleted_at = 9 WHERE id = 'r2'")
    expect(reveal('r2')).toBeUndefined()
    expect(reveal('ghost')).toBeUndefined()
    expect(shown()).toEqual(['p1', 'r1b'])
    database.run('UPDATE conversations SET deleted_at = 9')
    expect(reveal('p2')).toBeUndefined()
  })
})
