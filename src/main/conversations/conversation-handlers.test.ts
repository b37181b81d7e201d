import { expect, it } from 'vitest'

import type { Caller } from '../bridge/answer'
import { conversationHandlers } from './conversation-handlers'
import { createConversationList } from './conversation-list'
import { createConversationNews } from './conversation-news'
import { createConversationStore } from './conversation-store'
import { createDrafts } from './drafts'
import { createFolders } from './folders'
import { openTemporary } from './testing/temporary-database'
import { turn } from './testing/turn'
import { createTreeStore } from './tree-store'

function setUp() {
  const database = openTemporary()
  let ids = 0
  const newId = () => `id-${(ids += 1)}`
  const list = createConversationList(database, Date.now)
  const folders = createFolders(database, Date.now)
  const tree = createTreeStore(database, Date.now, newId)
  const news = createConversationNews({ list, folders, isAnswering: () => false })
  const drafts = createDrafts(database, Date.now)
  const replies = { runningIn: () => [], stop: () => {} }
  createConversationStore(database, Date.now).addTurn(turn())
  return conversationHandlers({ list, folders, drafts, tree, news, newId, replies })
}

it('tells every other window of a changed tree, and the one that changed it only by its answer', async () => {
  const handlers = setUp()
  const window = () => {
    const told: unknown[] = []
    const caller: Caller = { tell: (_, event) => void told.push(event), gone: new AbortController().signal }
    return { told, caller }
  }
  const [doer, other] = [window(), window()]
  for (const { caller } of [doer, other]) await handlers.listConversations({}, caller)

  await handlers.chooseBranch({ conversationId: 'c', messageId: 'p' }, doer.caller)
  const gone = { conversationId: 'c', messageId: 'r', scope: 'message' } as const
  const { deletedAt } = await handlers.deleteMessages(gone, doer.caller)
  await handlers.restoreMessages({ conversationId: 'c', deletedAt }, doer.caller)
  const change = { rows: [], goneIds: [], treeId: 'c' }
  expect([doer.told, other.told]).toEqual([[], [change, change, change]])
})
