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

const NOBODY: Caller = { tell: () => undefined, gone: new AbortController().signal }

function setUp(running: readonly string[] = []) {
  const database = openTemporary()
  let ids = 0
  const newId = () => `id-${(ids += 1)}`
  const list = createConversationList(database, Date.now)
  const folders = createFolders(database, Date.now)
  const tree = createTreeStore(database, Date.now, newId)
  const news = createConversationNews({ list, folders, isAnswering: () => false })
  const drafts = createDrafts(database, Date.now)
  const stopped: string[] = []
  const replies = { runningIn: () => running, stop: (replyId: string) => void stopped.push(replyId) }
  createConversationStore(database, Date.now).addTurn(turn())
  const handlers = conversationHandlers({ list, folders, drafts, tree, news, newId, replies })
  return { handlers, stopped }
}

it('tells every other window of a changed tree, and the one that changed it only by its answer', async () => {
  const { handlers } = setUp()
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

it('stops the replies of a conversation that is deleted, and of no other change', async () => {
  const { handlers, stopped } = setUp(['r'])
  await handlers.changeConversations({ ids: ['c'], isArchived: true }, NOBODY)
  expect(stopped).toEqual([])
  await handlers.changeConversations({ ids: ['c'], isDeleted: true }, NOBODY)
  expect(stopped).toEqual(['r'])
})

it('stops the replies among the messages that are deleted, and no other', async () => {
  const { handlers, stopped } = setUp(['r', 'elsewhere'])
  await handlers.deleteMessages({ conversationId: 'c', messageId: 'p', scope: 'message' }, NOBODY)
  expect(stopped).toEqual([])
  await handlers.deleteMessages({ conversationId: 'c', messageId: 'r', scope: 'branch' }, NOBODY)
  expect(stopped).toEqual(['r'])
})
