import { expect, it } from 'vitest'

import { createConversationList } from './conversation-list'
import { createConversationStore } from './conversation-store'
import { createDrafts } from './drafts'
import { emptyTrash, KEPT_MS } from './empty-trash'
import { createReplyStore } from './reply-store'
import { openTemporary } from './testing/temporary-database'
import { turn } from './testing/turn'
import { createTreeStore } from './tree-store'

const DAY_MS = 24 * 60 * 60 * 1000

it('takes away for good what was deleted more than 30 days ago, and nothing else', () => {
  const database = openTemporary()
  let now = 0
  const clock = () => now
  const conversations = createConversationStore(database, clock)
  const list = createConversationList(database, clock)
  const tree = createTreeStore(database, clock, () => '')
  const drafts = createDrafts(database, clock)
  for (const id of ['old', 'young', 'kept']) {
    conversations.addTurn(
      turn({ conversationId: id, promptId: `p ${id}`, replyId: `r ${id}`, text: `words of ${id}` }),
    )
    drafts.keep(id, `draft of ${id}`)
  }
  conversations.addTurn(
    turn({ conversationId: 'kept', parentId: 'r kept', promptId: 'q', replyId: 's', text: 'more' }),
  )
  conversations.addTurn(
    turn({ conversationId: 'kept', parentId: 'r kept', promptId: 'q2', replyId: 's2', text: '2' }),
  )
  list.change(['old'], { isDeleted: true })
  tree.delete('kept', 'q2', 'branch')
  tree.delete('kept', 'p kept', 'message')
  now = 2 * DAY_MS
  list.change(['young'], { isDeleted: true })

  // As old as it may be.
  emptyTrash(database, KEPT_MS)
  expect(drafts.read('old')).toBe('draft of old')
  emptyTrash(database, 31 * DAY_MS)
  const ids = database.all<{ id: string }>('SELECT id FROM messages ORDER BY ordinal').map(({ id }) => id)
  expect(ids).toEqual(['p young', 'r young', 'p kept', 'r kept', 'q', 's'])
  expect(database.all("SELECT text FROM messages WHERE id = 'p kept'")).toEqual([{ text: '' }])
  expect(conversations.open('kept').messages.map(({ id }) => id)).toEqual(['r kept', 'q', 's'])
  expect([drafts.read('old'), drafts.read('young')]).toEqual(['', 'draft of young'])
  list.change(['young'], { isDeleted: false })
  expect(conversations.open('young').messages[0]?.text).toBe('words of young')
  expect(database.all('PRAGMA foreign_key_check')).toEqual([])
})

/** p1 r1 p2 r2, of which r1 and all after p2 are deleted. */
function createTurns() {
  const database = openTemporary()
  const conversations = createConversationStore(database, () => 1)
  const replies = createReplyStore(database, () => 1)
  const tree = createTreeStore(
    database,
    () => 1,
    () => '',
  )
  const finish = (promptId: string, replyId: string, parentId: string | null) => {
    const reply = conversations.addTurn(turn({ promptId, replyId, parentId }))
    const progress = { status: 'ended', reason: 'complete' } as const
    const facts = { usage: { input: 1, output: 1 }, details: { finishReason: 'STOP' } }
    replies.finish({ ...reply, ...facts, text: 'text', thought: 'thought', progress }, Uint8Array.of(1, 2))
  }
  const rows = () => database.all('SELECT id, text, thought, usage, details FROM messages ORDER BY ordinal')
  return { database, conversations, replies, tree, finish, rows }
}

it('leaves nothing of a message on which others hang, and no trace of one on which none does', () => {
  const { database, tree, finish, rows } = createTurns()
  finish('p1', 'r1', null)
  finish('p2', 'r2', 'r1')
  tree.delete('c', 'r1', 'message')
  tree.delete('c', 'r2', 'message')
  emptyTrash(database, 31 * DAY_MS)
  expect(rows()).toMatchObject([
    { id: 'p1' },
    { id: 'r1', text: '', thought: '', usage: null, details: null },
    { id: 'p2' },
  ])
  expect(database.all('SELECT reply_id FROM reply_arrivals')).toEqual([])
})

it('leaves a reply that is still being written, which ends without a failure', () => {
  const { database, conversations, replies, tree, rows } = createTurns()
  const reply = conversations.addTurn(turn())
  const facts = { usage: undefined, details: undefined }
  replies.keep({ ...facts, replyId: 'r', text: 'Half', thought: '', arrivals: Uint8Array.of(1, 2) })
  tree.delete('c', 'r', 'message')
  emptyTrash(database, 31 * DAY_MS)
  replies.finish({ ...reply, progress: { status: 'ended', reason: 'stopped' } }, new Uint8Array())
  expect(rows()).toMatchObject([{ id: 'p' }, { id: 'r', text: '' }])
})
