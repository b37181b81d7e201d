import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Bridge, RequestName, Requests } from '#shared/contract'
import type { ConversationRow, Folder, ListPlace } from '#shared/conversation'

import { emptyLibrary, type LibraryState, read, told } from './library-state'
import { createTrashBin, type TrashBin } from './trash-bin'

export type Change = Omit<Requests['changeConversations'], 'ids'>
export type FolderPlace = Omit<Requests['moveFolder'], 'id'>

/** Takes an act back. */
export type Undo = () => Promise<void>

/** The list of conversations as this window knows it, and all that can be done with it. */
export interface Library {
  readonly store: Pick<StoreApi<LibraryState>, 'getState' | 'getInitialState' | 'subscribe'>
  /** Reads the list, page by page. Call it again after trouble. */
  open(): Promise<void>
  /** The same for all of these. Undefined when main refused, which then stands in `trouble`. */
  change(ids: readonly string[], change: Change): Promise<Undo | undefined>
  rename(id: string, title: string): Promise<void>
  addFolder(name: string, parentId: string | null): Promise<string>
  renameFolder(folder: Folder): Promise<void>
  moveFolder(id: string, place: FolderPlace): Promise<void>
  deleteFolder(folder: Folder): Promise<Undo | undefined>
  readonly trash: TrashBin
  dispose(): void
}

export function createLibrary(bridge: Bridge, newId: () => string): Library {
  const store = createStore<LibraryState>(() => emptyLibrary)
  const { getState, setState } = store
  let toldWhileReading = new Set<string>()
  let lastReading = 0

  const stopListening = bridge.on('conversations', (event) => {
    for (const id of [...event.rows.map((row) => row.id), ...event.goneIds]) toldWhileReading.add(id)
    setState(told(getState(), event))
  })

  async function open(): Promise<void> {
    const reading = ++lastReading
    toldWhileReading = new Set()
    let after: ListPlace | undefined
    do {
      const answer = await bridge.ask('listConversations', after === undefined ? {} : { after })
      if (reading !== lastReading) return
      if (!answer.ok) return setState({ trouble: answer.error })
      setState(read(getState(), answer.value, toldWhileReading))
      after = answer.value.next
    } while (after !== undefined)
  }

  async function tryTo<Name extends RequestName>(name: Name, input: Requests[Name]): Promise<boolean> {
    const answer = await bridge.ask(name, input)
    setState({ trouble: answer.ok ? undefined : answer.error })
    return answer.ok
  }

  async function change(ids: readonly string[], wanted: Change): Promise<Undo | undefined> {
    const before = ids.flatMap((id) => getState().rows.get(id) ?? [])
    if (before.length === 0) return undefined
    if (!(await tryTo('changeConversations', { ids: before.map(({ id }) => id), ...wanted })))
      return undefined
    return async () => {
      for (const [was, same] of groupBy(before, (row) => JSON.stringify(asItWas(row, wanted)))) {
        await tryTo('changeConversations', { ids: same.map(({ id }) => id), ...(JSON.parse(was) as Change) })
      }
    }
  }

  async function deleteFolder(folder: Folder): Promise<Undo | undefined> {
    const siblings = getState().folders.filter(({ parentId }) => parentId === folder.parentId)
    const beforeId = siblings[siblings.findIndex(({ id }) => id === folder.id) + 1]?.id ?? null
    const answer = await bridge.ask('deleteFolder', { id: folder.id })
    setState({ trouble: answer.ok ? undefined : answer.error })
    if (!answer.ok) return undefined
    const { conversationIds, folderIds } = answer.value
    const contents = { conversationIds: [...conversationIds], folderIds: [...folderIds] }
    return async () => void (await tryTo('restoreFolder', { ...folder, beforeId, ...contents }))
  }

  return {
    store,
    open,
    change,
    rename: async (id, title) => void (await tryTo('renameConversation', { id, title })),
    addFolder: async (name, parentId) => {
      const id = newId()
      await tryTo('keepFolder', { id, name, parentId })
      return id
    },
    renameFolder: async (folder) => void (await tryTo('keepFolder', folder)),
    moveFolder: async (id, place) => void (await tryTo('moveFolder', { id, ...place })),
    deleteFolder,
    trash: createTrashBin(bridge),
    dispose: stopListening,
  }
}

/** What to say about a conversation so that a change is as if it had never been. */
function asItWas(row: ConversationRow, wanted: Change): Change {
  return {
    ...(wanted.isPinned === undefined ? {} : { isPinned: row.isPinned }),
    ...(wanted.isArchived === undefined ? {} : { isArchived: row.isArchived }),
    ...(wanted.isDeleted === undefined ? {} : { isDeleted: false }),
    ...(wanted.folderId === undefined ? {} : { folderId: row.folderId }),
  }
}

function groupBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}
