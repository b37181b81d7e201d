import { describe, expect, it } from 'vitest'

import { createConversationList } from './conversation-list'
import { createConversationStore } from './conversation-store'
import { createDrafts } from './drafts'
import { createFolders } from './folders'
import { openTemporary } from './testing/temporary-database'
import { turn } from './testing/turn'

function setUp(count = 3) {
  const database = openTemporary()
  let time = 0
  const clock = () => (time += 1)
  const conversations = createConversationStore(database, clock)
  for (let index = 1; index <= count; index += 1) {
    conversations.addTurn(
      turn({
        conversationId: `c${index}`,
        promptId: `p${index}`,
        replyId: `r${index}`,
        text: `Title ${index}`,
      }),
    )
  }
  const [list, folders] = [createConversationList(database, clock), createFolders(database, clock)]
  return { database, conversations, list, folders, drafts: createDrafts(database, clock) }
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

describe('the list of conversations', () => {
  it('comes in pages without a gap or a repetition, the pinned ones first however old they are', () => {
    const { list } = setUp(460)
    list.change(['c1'], { isPinned: true })
    const first = list.page(undefined)
    const second = list.page(first.next)
    expect([first.rows.length, first.rows[0]?.id, first.rows[1]?.id]).toEqual([201, 'c1', 'c460'])
    expect(second.next).toBeUndefined()
    const all = new Set([...idsOf(first.rows), ...idsOf(second.rows)])
    expect([all.size, first.rows.length + second.rows.length]).toEqual([460, 461])
  })

  it('comes without a repetition of a pinned one that is new, too', () => {
    const { list } = setUp(3)
    list.change(['c2'], { isPinned: true })
    expect(idsOf(list.page(undefined).rows)).toEqual(['c2', 'c3', 'c1'])
  })

  it('comes in pages without a gap where many were written in at the same time', () => {
    const { database, list } = setUp(260)
    database.run('UPDATE conversations SET updated_at = 7')
    const first = list.page(undefined)
    const second = list.page(first.next)
    expect([first.rows.length, second.rows.length]).toEqual([200, 60])
    expect(new Set([...idsOf(first.rows), ...idsOf(second.rows)]).size).toBe(260)
  })

  it('changes what it is told to, and leaves the rest', () => {
    const { list, folders } = setUp()
    folders.keep({ id: 'f', parentId: null, name: 'Sport' })
    list.change(['c1', 'c2'], { isPinned: true, folderId: 'f' })
    list.change(['c1'], { isArchived: true, folderId: null })
    const marks = { isPinned: false, isArchived: false, folderId: null }
    expect(list.rows(['c1', 'c2', 'c3'])).toMatchObject([
      { ...marks, isPinned: true, isArchived: true },
      { ...marks, isPinned: true, folderId: 'f' },
      marks,
    ])
  })

  it('leaves out what was deleted until it is brought back, and never opens with it', () => {
    const { list, conversations } = setUp()
    list.change(['c3'], { isDeleted: true })
    expect([idsOf(list.page(undefined).rows), conversations.latest(), conversations.isDeleted('c3')]).toEqual(
      [['c2', 'c1'], 'c2', true],
    )
    list.change(['c3'], { isDeleted: false })
    expect([idsOf(list.page(undefined).rows)[0], conversations.latest()]).toEqual(['c3', 'c3'])
  })

  it('brings back a deleted one that another window still writes in', () => {
    const { list, conversations } = setUp(1)
    list.change(['c1'], { isDeleted: true })
    conversations.addTurn(turn({ conversationId: 'c1', promptId: 'p2', parentId: 'r1', replyId: 'r2' }))
    expect([idsOf(list.page(undefined).rows), conversations.latest()]).toEqual([['c1'], 'c1'])
  })

  it('takes a title from the first prompt, then from a person', () => {
    const { list } = setUp(1)
    expect([list.rows(['c1'])[0]?.title, list.hasOwnTitle('c1')]).toEqual(['Title 1', false])
    list.rename('c1', 'Baseball\n in short', 'user')
    expect([list.rows(['c1'])[0]?.title, list.hasOwnTitle('c1')]).toEqual(['Baseball in short', true])
  })

  it('lets a conversation be read and an answer end when the disk takes no mark', () => {
    const { database, list } = setUp(2)
    list.setUnread('c1', true)
    database.exec('PRAGMA query_only = ON')
    expect([list.setUnread('c1', false), list.setUnread('c2', true)]).toEqual([false, false])
    expect(list.rows(['c1', 'c2']).map(({ isUnread }) => isUnread)).toEqual([true, false])
  })

  it('says once that something is unread, and once that it is read', () => {
    const { list } = setUp(1)
    const told = [true, true, false, false].map((isUnread) => list.setUnread('c1', isUnread))
    expect(told).toEqual([true, false, true, false])
  })

  it('opens where something was typed last, sent or not', () => {
    const { conversations, drafts, list } = setUp()
    drafts.keep('c1', 'And then?')
    expect(conversations.latest()).toBe('c1')
    drafts.keep('new', 'Not sent yet')
    expect([conversations.latest(), drafts.blank(), drafts.read('new')]).toEqual([
      'new',
      'new',
      'Not sent yet',
    ])
    drafts.keep('new', '')
    list.change(['c1'], { isDeleted: true })
    expect(conversations.latest()).toBe('c3')
    list.change(['c1'], { isDeleted: false, isArchived: true })
    expect(conversations.latest()).toBe('c3')
    list.change(['c1'], { isArchived: false })
    drafts.keep('c1', '')
    expect([conversations.latest(), drafts.blank()]).toEqual(['c3', undefined])
  })
})

describe('folders', () => {
  /** a (a1, a2), b */
  function createNested() {
    const parts = setUp()
    const { folders } = parts
    folders.keep({ id: 'a', parentId: null, name: 'A' })
    folders.keep({ id: 'b', parentId: null, name: 'B' })
    folders.keep({ id: 'a1', parentId: 'a', name: 'A1' })
    folders.keep({ id: 'a2', parentId: 'a', name: 'A2' })
    return parts
  }
  const shape = (folders: ReturnType<typeof createFolders>) =>
    folders.list().map(({ id, parentId }) => `${parentId ?? ''}/${id}`)

  it('are named anew in their place, and moved before another one or behind all', () => {
    const { folders } = createNested()
    folders.keep({ id: 'a', parentId: 'b', name: 'Sport' })
    folders.move('a2', { parentId: 'a', beforeId: 'a1' })
    folders.move('a', { parentId: null, beforeId: null })
    expect(shape(folders)).toEqual(['/b', '/a', 'a/a2', 'a/a1'])
    expect(folders.list().find(({ id }) => id === 'a')?.name).toBe('Sport')
  })

  it('come behind all others when they are new, also after one in front of them went', () => {
    const { folders } = createNested()
    folders.keep({ id: 'z', parentId: null, name: 'Z' })
    folders.delete('b')
    folders.keep({ id: 'c', parentId: null, name: 'C' })
    expect(shape(folders).filter((one) => one.startsWith('/'))).toEqual(['/a', '/z', '/c'])
  })

  it('never lie within themselves', () => {
    const { folders } = createNested()
    expect(() => folders.move('a', { parentId: 'a1', beforeId: null })).toThrow('cannot lie within itself')
    expect(shape(folders)).toEqual(['/a', '/b', 'a/a1', 'a/a2'])
  })

  it('leave what they held where they lay, and get it back with their place', () => {
    const { folders, list } = createNested()
    list.change(['c1', 'c2'], { folderId: 'a' })
    const contents = folders.delete('a')
    expect([shape(folders), list.rows(['c1'])[0]?.folderId]).toEqual([['/a1', '/a2', '/b'], null])
    folders.restore({ id: 'a', parentId: null, name: 'A', beforeId: 'b', ...contents })
    expect([shape(folders), list.rows(['c1', 'c3']).map(({ folderId }) => folderId)]).toEqual([
      ['/a', '/b', 'a/a1', 'a/a2'],
      ['a', null],
    ])
  })
})
