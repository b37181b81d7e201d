import type { FolderContents } from '#shared/conversation'
import type { Message } from '#shared/message'

export interface LedgerEntry {
  readonly conversationId: string
  readonly id: string
  readonly parentId: string | null
  readonly text: string
}

interface Copied {
  readonly way: readonly string[]
  readonly copies: readonly Message[]
}

export type Ledger = ReturnType<typeof createLedger>

/** What must be kept, noted in the plainest way: no store, no SQL, no tree of the app's own. */
export function createLedger() {
  const entries = new Map<string, LedgerEntry>()
  const deleted = new Set<string>()
  const folders = new Map<string, string | null>()
  /** In which folder each conversation lies. */
  const places = new Map<string, string | null>()
  const deletedConversations = new Set<string>()
  const ways: (() => void)[] = []

  function pathTo(id: string): readonly string[] {
    const path: string[] = []
    for (let at = entries.get(id); at !== undefined; at = entries.get(at.parentId ?? '')) {
      if (!deleted.has(at.id)) path.push(at.id)
    }
    return path.reverse()
  }

  function add(entry: LedgerEntry): void {
    entries.set(entry.id, entry)
    if (!places.has(entry.conversationId)) places.set(entry.conversationId, null)
  }

  function branch(id: string): readonly string[] {
    const below = [...entries.values()].filter(({ parentId }) => parentId === id)
    return [id, ...below.flatMap((entry) => branch(entry.id))]
  }

  function fork(from: string, forkId: string, { way, copies }: Copied): void {
    places.set(forkId, places.get(from) ?? null)
    way.forEach((id, index) => {
      const text = entries.get(id)?.text ?? ''
      const parentId = copies[index - 1]?.id ?? null
      add({ conversationId: forkId, id: copies[index]?.id ?? `no copy of ${id}`, parentId, text })
    })
  }

  return {
    add,
    branch,
    fork,
    pathTo,
    entries: () => [...entries.values()].map((entry) => ({ ...entry, isDeleted: deleted.has(entry.id) })),
    places: () => [...places].filter(([id]) => !deletedConversations.has(id)),
    folders: () => [...folders],
    conversationIds: () => [...places.keys()].filter((id) => !deletedConversations.has(id)),
    folderIds: () => [...folders.keys()],
    folder: (id: string) => folders.get(id) ?? null,
    liesWithin: (id: string | null, folderId: string): boolean => {
      for (let at = id; at !== null; at = folders.get(at) ?? null) if (at === folderId) return true
      return false
    },
    putFolder: (id: string, parentId: string | null) => void folders.set(id, parentId),
    putConversation: (id: string, folderId: string | null) => void places.set(id, folderId),
    deleteMessages: (ids: readonly string[], restore: () => void) => {
      const gone = ids.filter((id) => !deleted.has(id))
      gone.forEach((id) => deleted.add(id))
      ways.push(() => {
        restore()
        gone.forEach((id) => deleted.delete(id))
      })
    },
    deleteConversation: (id: string, restore: () => void) => {
      deletedConversations.add(id)
      ways.push(() => {
        restore()
        deletedConversations.delete(id)
      })
    },
    deleteFolder: (id: string, contents: FolderContents, restore: () => void) => {
      const parentId = folders.get(id) ?? null
      const heldConversations = [...places].filter(([, place]) => place === id).map(([held]) => held)
      const heldFolders = [...folders].filter(([, place]) => place === id).map(([held]) => held)
      heldConversations.forEach((held) => places.set(held, parentId))
      heldFolders.forEach((held) => folders.set(held, parentId))
      folders.delete(id)
      if (
        contents.conversationIds.length + contents.folderIds.length !==
        heldConversations.length + heldFolders.length
      )
        throw new Error(`${id} held something else`)
      ways.push(() => {
        // Its way back leads through folders that may have gone meanwhile.
        const isStillThere = (one: string | null) => one === null || folders.has(one)
        if (!isStillThere(parentId) || !heldFolders.every(isStillThere)) return
        restore()
        folders.set(id, parentId)
        heldConversations.forEach((held) => places.set(held, id))
        heldFolders.forEach((held) => folders.set(held, id))
      })
    },
    /** Takes back what was deleted last. */
    undo: () => ways.pop()?.(),
  }
}
