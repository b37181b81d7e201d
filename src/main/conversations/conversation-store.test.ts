import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createConversationStore } from './conversation-store'
import { openTemporary } from './testing/temporary-database'
import { turn } from './testing/turn'

function createStore() {
  let time = 0
  return createConversationStore(openTemporary(), () => (time += 1))
}

const BASEBALL = turn({ promptId: 'p1', text: 'What is baseball?', replyId: 'r1' })
const TENNIS = turn({ promptId: 'p2b', parentId: 'r1', text: 'And tennis?', replyId: 'r2b' })
const SECOND_TRY = { ...BASEBALL, replyId: 'r1b', modelId: 'vertex/other' }

/** p1 ─ r1 ─ p2 ─ r2 */
function createTree() {
  const store = createStore()
  store.addTurn(BASEBALL)
  store.addTurn(turn({ promptId: 'p2', parentId: 'r1', text: 'And cricket?', replyId: 'r2' }))
  return store
}

const idsOf = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id)

describe('the conversation store', () => {
  it('keeps a prompt and a waiting reply exactly', () => {
    const store = createStore()
    const reply = store.addTurn(turn({ text: '👩‍👩‍👧 と 🇯🇵\r\n', modelId: 'demo/flow' }))
    expect(store.open('c').messages[1]).toEqual(reply)
    expect(store.open('c').messages).toEqual([
      { id: 'p', parentId: null, role: 'user', text: '👩‍👩‍👧 と 🇯🇵\r\n', createdAt: 1 },
      {
        ...{ id: 'r', parentId: 'p', role: 'assistant', text: '', thought: '', modelId: 'demo/flow' },
        ...{ progress: { status: 'waiting' }, createdAt: 1 },
      },
    ])
  })

  it('keeps all that follows a NUL or half a surrogate pair', () => {
    const store = createStore()
    store.addTurn(turn({ text: 'a\0b\ud83dc' }))
    expect(store.open('c').messages[0]?.text).toBe('a\ufffdb\ufffdc')
  })

  it('shows the branch that was written in last', () => {
    const store = createTree()
    store.addTurn(SECOND_TRY)
    expect(idsOf(store.open('c').messages)).toEqual(['p1', 'r1b'])
    store.addTurn(TENNIS)
    expect(idsOf(store.open('c').messages)).toEqual(['p1', 'r1', 'p2b', 'r2b'])
  })

  it('knows where a message stands, and says of one that it does not know that it is not there', () => {
    const store = createTree()
    store.addTurn(turn({ conversationId: 'd', promptId: 'q', replyId: 's' }))
    expect(['p1', 'r2', 's'].map(store.conversationOf)).toEqual(['c', 'c', 'd'])
    expect(() => store.conversationOf('ghost')).toThrow('no message ghost')
  })

  it('knows which conversation was written in last', () => {
    const store = createTree()
    expect(createStore().latest()).toBeUndefined()
    store.addTurn(turn({ conversationId: 'd', promptId: 'q', replyId: 's' }))
    expect(store.latest()).toBe('d')
    store.addTurn(turn({ promptId: 'p3', parentId: 'r2', replyId: 'r3' }))
    expect(store.latest()).toBe('c')
  })

  it('opens the end of a long one, and says how many stand before it', () => {
    const store = createTree()
    const opened = (last: number) => {
      const { messages, earlier } = store.open('c', last)
      return [...idsOf(messages), earlier]
    }
    expect([opened(2), opened(3), opened(4), opened(5)]).toEqual([
      ['p2', 'r2', 2],
      ['r1', 'p2', 'r2', 1],
      ['p1', 'r1', 'p2', 'r2', undefined],
      ['p1', 'r1', 'p2', 'r2', undefined],
    ])
    expect(Object.keys(store.open('c', 4))).not.toContain('earlier')
  })

  it('opens all that is left where the end of a long one was deleted', () => {
    const database = openTemporary()
    const store = createConversationStore(database, () => 1)
    store.addTurn(BASEBALL)
    store.addTurn(turn({ promptId: 'p2', parentId: 'r1', replyId: 'r2' }))
    database.run("UPDATE messages SET deleted_at = 9 WHERE id IN ('p2', 'r2')")
    expect(store.open('c', 2)).toEqual({ id: 'c', messages: store.path('r1') })
    database.run("UPDATE messages SET deleted_at = NULL WHERE id = 'r2'")
    database.run("UPDATE messages SET deleted_at = 9 WHERE id = 'p1'")
    expect(store.open('c', 2)).toMatchObject({ messages: [{ id: 'r2' }], earlier: 1 })
  })

  it('opens a conversation without a message as an empty one', () => {
    expect(createStore().open('new')).toEqual({ id: 'new', messages: [] })
  })

  it.each([
    ['a prompt whose id is taken', { ...SECOND_TRY, text: 'Overwritten' }],
    ['a prompt that is there in another conversation', { ...SECOND_TRY, conversationId: 'd' }],
    ['a prompt that is there in another place', { ...SECOND_TRY, parentId: 'r2' }],
    ['a prompt that is a reply', { ...SECOND_TRY, promptId: 'r1', parentId: 'p1', text: '' }],
    ['a parent in another conversation', turn({ conversationId: 'd', parentId: 'r1', replyId: 's' })],
    ['a parent that does not exist', turn({ parentId: 'ghost', replyId: 's' })],
    ['a reply whose id is taken', turn({ parentId: 'r2', replyId: 'r1' })],
  ])('refuses %s and changes nothing', (_, refused) => {
    const store = createTree()
    const all = () => [store.open('c'), store.open('d'), store.latest(), ...[...'pq'].map(store.path)]
    const before = all()
    expect(() => store.addTurn(refused)).toThrow()
    expect(all()).toEqual(before)
  })

  it('keeps every message and every path through any adding, editing and retrying', () => {
    const store = createStore()
    let runs = 0
    const step = fc.record({ kind: fc.constantFrom('add', 'edit', 'retry'), pick: fc.nat() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        runs += 1
        const conversationId = `c${runs}`
        const parents = new Map<string, string | null>()
        const pathOf = (id: string | null = null): string[] =>
          id === null ? [] : [...pathOf(parents.get(id)), id]
        for (const [index, { kind, pick }] of steps.entries()) {
          const known = [...parents.keys()].filter((id) => id.endsWith(kind === 'add' ? 'r' : 'p'))
          const picked = known[pick % Math.max(1, known.length)]
          if (kind === 'retry' && picked === undefined) continue
          const promptId = kind === 'retry' ? (picked ?? '') : `${runs}.${index}p`
          const parentId = kind === 'add' ? (picked ?? null) : (parents.get(picked ?? '') ?? null)
          const replyId = `${runs}.${index}r`
          store.addTurn(turn({ conversationId, promptId, parentId, text: `text of ${promptId}`, replyId }))
          parents.set(promptId, parentId).set(replyId, promptId)
          expect(idsOf(store.open(conversationId).messages)).toEqual(pathOf(replyId))
        }
        for (const [id, parentId] of parents) {
          const text = id.endsWith('p') ? `text of ${id}` : ''
          expect(store.path(id).at(-1)).toMatchObject({ id, parentId, text })
          expect(idsOf(store.path(id))).toEqual(pathOf(id))
        }
      }),
      { numRuns: 60 },
    )
  })
})
