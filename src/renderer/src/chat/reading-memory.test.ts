import { expect, it } from 'vitest'

import { createReadingMemory, PLACES_KEY } from './reading-memory'

function createFakeStorage(kept: Record<string, string> = {}) {
  const map = new Map(Object.entries(kept))
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    map,
  }
}

it('remembers one place for each conversation, across a restart, until the reader is at the end again', () => {
  const storage = createFakeStorage()
  const before = createReadingMemory(storage)
  before.keepPlace('one', { messageId: 'm1', path: [], offset: -40 })
  before.keepPlace('two', { messageId: 'm2', path: [], offset: 0 })
  before.keepPlace('one', { messageId: 'm3', path: [2, 0], offset: 7 })
  const after = createReadingMemory(storage)
  after.keepPlace('two', undefined)
  expect([after.readPlace('one'), after.readPlace('two')]).toEqual([
    { messageId: 'm3', path: [2, 0], offset: 7 },
    undefined,
  ])
})

it('knows the places that an earlier version kept', () => {
  const memory = createReadingMemory(createFakeStorage({ [PLACES_KEY]: '[["one","m1",-40]]' }))
  expect(memory.readPlace('one')).toEqual({ messageId: 'm1', path: [], offset: -40 })
})

it('forgets the oldest of very many places', () => {
  const memory = createReadingMemory(createFakeStorage())
  for (let index = 0; index <= 200; index++)
    memory.keepPlace(`c${index}`, { messageId: 'm', path: [], offset: index })
  expect([memory.readPlace('c0'), memory.readPlace('c1')]).toEqual([
    undefined,
    { messageId: 'm', path: [], offset: 1 },
  ])
})

it.each(['', '{', '{}', '[1]', '[["a","b","c"]]', '[["a","b",0,"c"]]', 'null'])(
  'is not stopped by %j in its storage',
  (json) => {
    const memory = createReadingMemory(createFakeStorage({ [PLACES_KEY]: json }))
    expect(memory.readPlace('a')).toBeUndefined()
  },
)

it('is only forgetful where nothing can be stored', () => {
  const refuse = () => {
    throw new Error('The storage is full')
  }
  const memory = createReadingMemory({ getItem: refuse, setItem: refuse })
  memory.keepPlace('a', { messageId: 'm', path: [], offset: 0 })
  expect(memory.readPlace('a')).toBeUndefined()
})
