import { useTranslations } from 'use-intl'

import type { Folder } from '#shared/conversation'

import { useNotify } from '../ui/notices'
import type { Change, Undo } from './library'
import { useLibrary } from './use-library'

export interface Acts {
  readonly pin: (ids: readonly string[], isPinned: boolean) => void
  readonly archive: (ids: readonly string[], isArchived: boolean) => void
  readonly remove: (ids: readonly string[]) => void
  readonly moveTo: (ids: readonly string[], folder: Folder | undefined) => void
  readonly removeFolder: (folder: Folder) => void
}

/** What can be done with the list, each said in passing, with the way back. */
export function useActs(): Acts {
  const words = useTranslations('sidebar')
  const library = useLibrary()
  const notify = useNotify()

  async function act(doing: Promise<Undo | undefined>, text: string): Promise<void> {
    const undo = await doing
    if (undo === undefined) return
    notify({ text, undo: () => void undo() })
  }

  const change = (ids: readonly string[], wanted: Change, text: string) =>
    void act(library.change(ids, wanted), text)

  return {
    pin: (ids, isPinned) => void library.change(ids, { isPinned }),
    archive: (ids, isArchived) =>
      change(ids, { isArchived }, words(isArchived ? 'archived' : 'unarchived', { count: ids.length })),
    remove: (ids) => change(ids, { isDeleted: true }, words('deleted', { count: ids.length })),
    moveTo: (ids, folder) => {
      const name = folder?.name ?? ''
      const text =
        folder === undefined
          ? words('movedOut', { count: ids.length })
          : words('moved', { count: ids.length, name })
      change(ids, { folderId: folder?.id ?? null }, text)
    },
    removeFolder: (folder) =>
      void act(library.deleteFolder(folder), words('folderDeleted', { name: folder.name })),
  }
}
