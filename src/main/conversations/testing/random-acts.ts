import fc from 'fast-check'

import { createConversationList } from '../conversation-list'
import { createConversationStore } from '../conversation-store'
import { createFolders } from '../folders'
import { createReplyStore } from '../reply-store'
import { createTreeStore } from '../tree-store'
import type { Database } from '../connect'
import { createLedger, type Ledger } from './ledger'
import { turn } from './turn'

const KINDS = [
  ...['say', 'edit', 'regenerate', 'choose', 'deleteMessage', 'deleteBranch', 'undo', 'fork'],
  ...['addFolder', 'moveFolder', 'deleteFolder', 'moveConversation', 'deleteConversation'],
] as const

/** So that there is something to delete. */
const OFTEN: readonly Kind[] = [
  'say',
  'say',
  'edit',
  'edit',
  'regenerate',
  'regenerate',
  'choose',
  'undo',
  'fork',
]

type Kind = (typeof KINDS)[number]

export interface Act {
  readonly kind: Kind
  /** Chooses among what there is. */
  readonly pick: number
}

/** What a reader may do, in any order. */
export const anyActs = fc.array(
  fc.record({ kind: fc.constantFrom<Kind>(...KINDS, ...OFTEN), pick: fc.nat() }),
  {
    minLength: 1,
    maxLength: 40,
    size: 'max',
  },
)

/** The stores that a reader's acts go through. */
export function createStores(database: Database) {
  let time = 0
  let ids = 0
  const now = () => (time += 1)
  const newId = () => `id-${(ids += 1)}`
  return {
    ...{ database, newId },
    conversations: createConversationStore(database, now),
    replies: createReplyStore(database, now),
    tree: createTreeStore(database, now, newId),
    list: createConversationList(database, now),
    folders: createFolders(database, now),
  }
}

export type Stores = ReturnType<typeof createStores>

/** Does it all in an empty database, and notes beside it what must be there after each act. */
export function doAll(
  acts: readonly Act[],
  stores: Stores,
  check: (ledger: Ledger, pick: number) => void,
): void {
  const ledger = createLedger()
  say(stores, ledger, { conversationId: stores.newId(), parentId: null })
  for (const act of acts) {
    doOne(act, stores, ledger)
    check(ledger, act.pick)
  }
}

interface Saying {
  readonly conversationId: string
  readonly parentId: string | null
  /** A prompt that is there already, and gets another answer. */
  readonly again?: { readonly id: string; readonly text: string }
}

function say({ conversations, replies, newId }: Stores, ledger: Ledger, { again, ...place }: Saying): void {
  const promptId = again?.id ?? newId()
  const text = again?.text ?? `text of ${promptId}`
  const request = turn({ ...place, promptId, text, replyId: newId() })
  const reply = conversations.addTurn(request)
  const answered = { ...reply, text: `answer ${reply.id}` }
  replies.finish({ ...answered, progress: { status: 'ended', reason: 'complete' } }, Uint8Array.of(1))
  if (again === undefined) ledger.add({ ...place, id: promptId, text })
  ledger.add({ ...place, parentId: promptId, id: reply.id, text: answered.text })
}

function doOne({ kind, pick }: Act, stores: Stores, ledger: Ledger): void {
  const { conversations, tree, list, folders, newId } = stores
  const conversationId = pickFrom(ledger.conversationIds(), pick)
  if (kind === 'undo') return ledger.undo()
  if (kind === 'addFolder') {
    const parentId = pickFrom([null, ...ledger.folderIds()], pick) ?? null
    const folder = { id: newId(), parentId, name: 'A folder' }
    folders.keep(folder)
    return ledger.putFolder(folder.id, parentId)
  }
  const folderId = pickFrom(ledger.folderIds(), pick)
  if (kind === 'moveFolder' || kind === 'deleteFolder') {
    if (folderId === undefined) return
    const parentId = ledger.folder(folderId)
    if (kind === 'deleteFolder') {
      const contents = folders.delete(folderId)
      const place = { id: folderId, parentId, name: 'A folder', beforeId: null }
      return ledger.deleteFolder(folderId, contents, () => folders.restore({ ...place, ...contents }))
    }
    const to = pickFrom([null, ...ledger.folderIds()], pick >> 3) ?? null
    if (ledger.liesWithin(to, folderId)) return
    folders.move(folderId, { parentId: to, beforeId: null })
    return ledger.putFolder(folderId, to)
  }
  if (conversationId === undefined) return
  if (kind === 'moveConversation') {
    const to = pickFrom([null, ...ledger.folderIds()], pick >> 3) ?? null
    list.change([conversationId], { folderId: to })
    return ledger.putConversation(conversationId, to)
  }
  if (kind === 'deleteConversation') {
    list.change([conversationId], { isDeleted: true })
    return ledger.deleteConversation(conversationId, () =>
      list.change([conversationId], { isDeleted: false }),
    )
  }
  const path = conversations.open(conversationId).messages
  const picked = pickFrom(path, pick)
  if (kind === 'say') {
    const parentId = path.findLast(({ role }) => role === 'assistant')?.id ?? null
    return say(stores, ledger, { conversationId, parentId })
  }
  if (picked === undefined) return
  const { id, parentId, role } = picked
  if (kind === 'edit' && role === 'user') say(stores, ledger, { conversationId, parentId })
  if (kind === 'regenerate' && role === 'user')
    say(stores, ledger, { conversationId, parentId, again: picked })
  if (kind === 'choose') {
    tree.choose(conversationId, pickFrom(tree.read(conversationId).siblings(id), pick) ?? id)
  }
  if (kind === 'deleteMessage' || kind === 'deleteBranch') {
    const at = tree.delete(conversationId, id, kind === 'deleteMessage' ? 'message' : 'branch')
    const gone = kind === 'deleteMessage' ? [id] : ledger.branch(id)
    ledger.deleteMessages(gone, () => tree.restore(conversationId, at))
  }
  if (kind === 'fork') {
    const forkId = newId()
    const way = ledger.pathTo(id)
    tree.fork(conversationId, id, forkId)
    ledger.fork(conversationId, forkId, { way, copies: conversations.open(forkId).messages })
  }
}

function pickFrom<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(1, items.length)]
}
