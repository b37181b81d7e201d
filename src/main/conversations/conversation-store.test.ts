import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createConversationStore } from './conversation-store'
import { openTemporary } from './testing/temporary-database'

function createStore() {
  let time = 0
  return createConversationStore(openTemporary(), () => (time += 1))
}

/** p1 ─ r1 ─ p2 ─ r2 */
function createTree() {
  const store = createStore()
  store.addPrompt({ conversationId: 'c', id: 'p1', parentId: null, text: 'What is baseball?' })
  store.addReply({ id: 'r1', promptId: 'p1', modelId: 'demo/flow' })
  store.addPrompt({ conversationId: 'c', id: 'p2', parentId: 'r1', text: 'And cricket?' })
  store.addReply({ id: 'r2', promptId: 'p2', modelId: 'demo/flow' })
  return store
}

const idsOf = (messages: readonly { readonly id: string }[]) => messages.map(({ id }) => id)

describe('the conversation store', () => {
  it('keeps a prompt and a waiting reply exactly', () => {
    const store = createStore()
    const prompt = store.addPrompt({ conversationId: 'c', id: 'p', parentId: null, text: '👩‍👩‍👧 と 🇯🇵\r\n' })
    const reply = store.addReply({ id: 'r', promptId: 'p', modelId: 'demo/flow' })
    expect(store.open('c')).toEqual({ id: 'c', messages: [prompt, reply] })
    expect([prompt, reply]).toEqual([
      { id: 'p', parentId: null, role: 'user', text: '👩‍👩‍👧 と 🇯🇵\r\n', createdAt: 1 },
      {
        ...{ id: 'r', parentId: 'p', role: 'assistant', text: '', thought: '', modelId: 'demo/flow' },
        ...{ progress: { status: 'waiting' }, createdAt: 2 },
      },
    ])
  })

  it('keeps all that follows a NUL or half a surrogate pair', () => {
    const store = createStore()
    store.addPrompt({ conversationId: 'c', id: 'p', parentId: null, text: 'a\0b\ud83dc' })
    expect(store.open('c').messages[0]?.text).toBe('a\ufffdb\ufffdc')
  })

  it('shows the newest branch, with the older ones as siblings', () => {
    const store = createTree()
    store.addReply({ id: 'r1b', promptId: 'p1', modelId: 'vertex/other' })
    expect(idsOf(store.open('c').messages)).toEqual(['p1', 'r1b'])
    expect(store.siblings('r1b')).toEqual(['r1', 'r1b'])
    store.addPrompt({ conversationId: 'c', id: 'p2b', parentId: 'r1', text: 'And tennis?' })
    expect(idsOf(store.open('c').messages)).toEqual(['p1', 'r1', 'p2b'])
    expect(store.siblings('p2')).toEqual(['p2', 'p2b'])
    expect(store.siblings('p1')).toEqual(['p1'])
  })

  it('goes back to an older branch down to its leaf, and stays there', () => {
    const store = createTree()
    store.addReply({ id: 'r1b', promptId: 'p1', modelId: 'vertex/other' })
    expect(idsOf(store.chooseLeaf('r1').messages)).toEqual(['p1', 'r1', 'p2', 'r2'])
    expect(idsOf(store.open('c').messages)).toEqual(['p1', 'r1', 'p2', 'r2'])
  })

  it('follows the newest branch where one forks below the chosen message', () => {
    const store = createTree()
    store.addPrompt({ conversationId: 'c', id: 'p2b', parentId: 'r1', text: 'And tennis?' })
    store.chooseLeaf('p2')
    expect(idsOf(store.chooseLeaf('r1').messages)).toEqual(['p1', 'r1', 'p2b'])
  })

  it('knows which conversation was written in last', () => {
    const store = createTree()
    expect(createStore().latest()).toBeUndefined()
    store.addPrompt({ conversationId: 'd', id: 'q', parentId: null, text: 'Hello' })
    expect(store.latest()).toBe('d')
    store.addPrompt({ conversationId: 'c', id: 'p3', parentId: 'r2', text: 'More' })
    expect(store.latest()).toBe('c')
  })

  it('opens a conversation without a message as an empty one', () => {
    expect(createStore().open('new')).toEqual({ id: 'new', messages: [] })
  })

  it.each([
    ['an id that is taken', { conversationId: 'c', id: 'p1', parentId: null, text: 'Overwritten' }],
    ['a parent in another conversation', { conversationId: 'd', id: 'q', parentId: 'r1', text: 'Stray' }],
    ['a parent that does not exist', { conversationId: 'c', id: 'q', parentId: 'ghost', text: 'Stray' }],
  ])('refuses a prompt with %s and changes nothing', (_, prompt) => {
    const store = createTree()
    const before = store.open('c')
    expect(() => store.addPrompt(prompt)).toThrow()
    expect([store.open('c'), store.latest()]).toEqual([before, 'c'])
  })

  it('keeps every message and every path through any adding, editing, retrying and choosing', () => {
    const store = createStore()
    let runs = 0
    const step = fc.record({ kind: fc.constantFrom('add', 'edit', 'retry', 'choose'), pick: fc.nat() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        runs += 1
        const conversationId = `c${runs}`
        const parents = new Map<string, string | null>()
        const pathOf = (id: string | null = null): string[] =>
          id === null ? [] : [...pathOf(parents.get(id)), id]
        for (const [index, { kind, pick }] of steps.entries()) {
          const known = [...parents.keys()].filter(
            (id) => kind === 'choose' || id.endsWith(kind === 'add' ? 'r' : 'p'),
          )
          const picked = known[pick % Math.max(1, known.length)]
          if (kind === 'choose') {
            if (picked === undefined) continue
            const shown = idsOf(store.chooseLeaf(picked).messages)
            expect(shown).toContain(picked)
            expect(shown).toEqual(pathOf(shown.at(-1)))
            expect([...parents.values()]).not.toContain(shown.at(-1))
            continue
          }
          if (kind === 'retry' && picked === undefined) continue
          const id = `${runs}.${index}${kind === 'retry' ? 'r' : 'p'}`
          const parentId =
            kind === 'edit' && picked !== undefined ? (parents.get(picked) ?? null) : (picked ?? null)
          if (kind === 'retry') store.addReply({ id, promptId: picked ?? '', modelId: 'm' })
          else store.addPrompt({ conversationId, id, parentId, text: `text of ${id}` })
          parents.set(id, parentId)
          expect(idsOf(store.open(conversationId).messages)).toEqual(pathOf(id))
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
