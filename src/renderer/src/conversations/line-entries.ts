import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  Folder as FolderIcon,
  FolderInput,
  FolderPlus,
  Pencil,
  Pin,
  PinOff,
  Trash2,
} from 'lucide-react'

import type { Folder } from '#shared/conversation'

import type { MenuEntry } from '../ui/menu-entry'
import type { FolderPlace } from './library'
import type { Acts } from './use-acts'

/** The words that the menu of a line needs, in the reader's language. */
export type LineWord =
  | 'rename'
  | 'pin'
  | 'unpin'
  | 'archive'
  | 'unarchive'
  | 'delete'
  | 'moveTo'
  | 'noFolder'
  | 'newFolder'
  | 'newFolderWithin'
  | 'moveUp'
  | 'moveDown'

export interface EntriesParts {
  readonly words: (word: LineWord) => string
  readonly folders: readonly Folder[]
  readonly acts: Acts
  readonly onRename: () => void
  /** Asks for a folder, into which these conversations go if there are any. */
  readonly onAddFolder: (parentId: string | null, ids?: readonly string[]) => void
}

export interface Targets {
  readonly ids: readonly string[]
  readonly isPinned: boolean
  readonly isArchived: boolean
  /** Of all of them; undefined when they lie in several. */
  readonly folderId: string | null | undefined
}

/** What can be done with one conversation, or with all that are picked. */
export function conversationEntries(targets: Targets, parts: EntriesParts): readonly MenuEntry[] {
  const { ids, isPinned, isArchived } = targets
  const { words, acts } = parts
  const rename: MenuEntry = {
    ...{ kind: 'action', icon: Pencil, label: words('rename'), keys: 'F2' },
    onPress: parts.onRename,
  }
  return [
    ...(ids.length === 1 ? [rename] : []),
    {
      ...{ kind: 'action', icon: isPinned ? PinOff : Pin, label: words(isPinned ? 'unpin' : 'pin') },
      onPress: () => acts.pin(ids, !isPinned),
    },
    { kind: 'list', icon: FolderInput, label: words('moveTo'), entries: placesFor(targets, parts) },
    {
      ...{ kind: 'action', icon: isArchived ? ArchiveRestore : Archive },
      label: words(isArchived ? 'unarchive' : 'archive'),
      onPress: () => acts.archive(ids, !isArchived),
    },
    { kind: 'line' },
    {
      ...{ kind: 'action', icon: Trash2, label: words('delete'), keys: 'Del', isDangerous: true },
      onPress: () => acts.remove(ids),
    },
  ]
}

function placesFor(
  { ids, folderId }: Targets,
  { words, folders, acts, onAddFolder }: EntriesParts,
): MenuEntry[] {
  const places = folders.map((folder): MenuEntry => ({
    ...{ kind: 'action', icon: FolderIcon, label: pathOf(folder, folders) },
    isChosen: folder.id === folderId,
    onPress: () => acts.moveTo(ids, folder),
  }))
  return [
    {
      ...{ kind: 'action', label: words('noFolder'), isChosen: folderId === null },
      onPress: () => acts.moveTo(ids, undefined),
    },
    ...places,
    { kind: 'line' },
    {
      ...{ kind: 'action', icon: FolderPlus, label: words('newFolder') },
      onPress: () => onAddFolder(null, ids),
    },
  ]
}

export interface FolderParts extends EntriesParts {
  readonly onMove: (id: string, place: FolderPlace) => void
}

export function folderEntries(folder: Folder, parts: FolderParts): readonly MenuEntry[] {
  const { words, folders, acts, onMove, onAddFolder, onRename } = parts
  const { id, parentId } = folder
  const siblings = folders.filter((other) => other.parentId === parentId)
  const index = siblings.findIndex((other) => other.id === id)
  const isLast = index === siblings.length - 1
  const inside = folders.filter((other) => other.id !== id && !isWithin(other, id, folders))
  return [
    { kind: 'action', icon: Pencil, label: words('rename'), keys: 'F2', onPress: onRename },
    { kind: 'action', icon: FolderPlus, label: words('newFolderWithin'), onPress: () => onAddFolder(id) },
    { kind: 'line' },
    {
      ...{ kind: 'action', icon: ArrowUp, label: words('moveUp'), isDisabled: index <= 0 },
      onPress: () => onMove(id, { parentId, beforeId: siblings[index - 1]?.id ?? null }),
    },
    {
      ...{ kind: 'action', icon: ArrowDown, label: words('moveDown'), isDisabled: isLast },
      onPress: () => onMove(id, { parentId, beforeId: siblings[index + 2]?.id ?? null }),
    },
    {
      ...{ kind: 'list', icon: FolderInput, label: words('moveTo') },
      entries: [
        {
          ...{ kind: 'action', label: words('noFolder'), isChosen: parentId === null },
          onPress: () => onMove(id, { parentId: null, beforeId: null }),
        },
        ...inside.map((other): MenuEntry => ({
          ...{ kind: 'action', icon: FolderIcon, label: pathOf(other, folders) },
          isChosen: other.id === parentId,
          onPress: () => onMove(id, { parentId: other.id, beforeId: null }),
        })),
      ],
    },
    { kind: 'line' },
    {
      ...{ kind: 'action', icon: Trash2, label: words('delete'), keys: 'Del', isDangerous: true },
      onPress: () => acts.removeFolder(folder),
    },
  ]
}

/** The folder with those that it lies in, for a list that is not a tree. */
export function pathOf(folder: Folder, folders: readonly Folder[]): string {
  const parent = folders.find(({ id }) => id === folder.parentId)
  return parent === undefined ? folder.name : `${pathOf(parent, folders)} / ${folder.name}`
}

export function isWithin(folder: Folder, id: string, folders: readonly Folder[]): boolean {
  if (folder.parentId === id) return true
  const parent = folders.find((other) => other.id === folder.parentId)
  return parent !== undefined && isWithin(parent, id, folders)
}
