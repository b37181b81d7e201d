import { expect, it } from 'vitest'

import { createConversationList } from './conversation-list'
import { createConversationStore } from './conversation-store'
import { createDrafts } from './drafts'
import { emptyTrash } from './empty-trash'
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
