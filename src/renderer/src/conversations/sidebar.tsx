import { Archive, Ellipsis, FolderPlus, PanelLeftClose, RotateCw, SquarePen, Trash2 } from 'lucide-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'

import { ActionButton } from '../ui/action-button'
import { FloatingMenu, type MenuAnchor } from '../ui/floating-menu'
import { IconButton } from '../ui/icon-button'
import { MenuButton } from '../ui/menu-button'
import type { MenuEntry } from '../ui/menu-entry'
import { useHint } from '../ui/use-hint'
import { useTicking } from '../ui/use-ticking'
import { ConversationList } from './conversation-list'
import { conversationEntries, folderEntries, isWithin } from './line-entries'
import { type ListLine, listLines } from './list-lines'
import { moved, nothingSelected, targetsOf } from './list-selection'
import type { SidebarMemory } from './sidebar-memory'
import styles from './sidebar.module.css'
import { useActs } from './use-acts'
import { useDragging } from './use-dragging'
import { useLibrary, useLibraryState } from './use-library'

interface SidebarProps {
  readonly openId: string | undefined
  readonly memory: Pick<SidebarMemory, 'readFolded' | 'keepFolded'>
  readonly onOpen: (conversationId: string) => void
  readonly onNew: () => void
  readonly onHide: () => void
  /** Of other features, at its head. */
  readonly tools?: ReactNode
  /** Shows what was deleted. */
  readonly onTrash: () => void
  /** Of other features, at the foot of the list. */
  readonly children?: ReactNode
}

/** All conversations: to find one, to put them in order, to begin a new one. */
export function Sidebar({ openId, memory, tools, children, ...wishes }: SidebarProps) {
  const { onOpen, onNew, onHide, onTrash } = wishes
  const words = useTranslations('sidebar')
  const failure = useTranslations('failure')
  const trashWords = useTranslations('trash')
  const library = useLibrary()
  const acts = useActs()
  const rows = useLibraryState((state) => state.rows)
  const folders = useLibraryState((state) => state.folders)
  const trouble = useLibraryState((state) => state.trouble)
  const isOpen = useLibraryState((state) => state.isOpen)
  // The headings are of another day after midnight.
  const today = useTicking((now) => new Date(now).setHours(0, 0, 0, 0), true)
  const [showsArchived, setShowsArchived] = useState(false)
  const [foldedIds, setFoldedIds] = useState<ReadonlySet<string>>(() => new Set(memory.readFolded()))
  const [selection, setSelection] = useState(nothingSelected)
  const [renamingKey, setRenamingKey] = useState<string>()
  const [menu, setMenu] = useState<{ readonly line: ListLine; readonly anchor: MenuAnchor }>()
  const list = useRef<HTMLDivElement>(null)
  const hint = useHint()
  // Measured: 50,000 lines take 30 ms, and every key press would make them anew.
  const lines = useMemo(
    () => listLines({ rows, folders }, { now: today, showsArchived, foldedIds }),
    [rows, folders, foldedIds, showsArchived, today],
  )

  const findTree = () => list.current?.querySelector<HTMLElement>('[role="tree"]')

  function fold(folderId: string, isFolded: boolean): void {
    const next = new Set(foldedIds)
    if (isFolded) next.add(folderId)
    else next.delete(folderId)
    setFoldedIds(next)
    memory.keepFolded([...next])
  }

  async function addFolder(parentId: string | null, ids: readonly string[] = []): Promise<void> {
    if (parentId !== null) fold(parentId, false)
    const id = await library.addFolder(words('newFolder'), parentId)
    if (ids.length > 0) await library.change(ids, { folderId: id })
    setSelection(moved(id))
    setRenamingKey(id)
  }

  function rename(line: ListLine, name: string): void {
    if (line.kind === 'folder') void library.renameFolder({ ...line.folder, name })
    if (line.kind === 'conversation') void library.rename(line.row.id, name)
  }

  function remove(line: ListLine): void {
    if (line.kind === 'folder') acts.removeFolder(line.folder)
    if (line.kind !== 'conversation') return
    const ids = targetsOf(selection, line.key, lines)
    const next = lines
      .slice(lines.indexOf(line) + 1)
      .find(({ key, kind }) => kind !== 'heading' && !ids.includes(key))
    acts.remove(ids)
    setSelection(moved(next?.key))
  }

  function entriesFor(line: ListLine): readonly MenuEntry[] {
    const parts = {
      words,
      folders,
      acts,
      onRename: () => setRenamingKey(line.key),
      onAddFolder: (parentId: string | null, ids?: readonly string[]) => void addFolder(parentId, ids),
      onMove: (id: string, place: Parameters<typeof library.moveFolder>[1]) =>
        void library.moveFolder(id, place),
    }
    if (line.kind === 'folder') return folderEntries(line.folder, parts)
    if (line.kind === 'heading') return []
    const ids = targetsOf(selection, line.key, lines)
    const targets = ids.flatMap((id) => rows.get(id) ?? [])
    const [first = line.row] = targets
    const folderId = targets.every((row) => row.folderId === first.folderId) ? first.folderId : undefined
    const { isPinned, isArchived } = line.row
    return conversationEntries({ ids, isPinned, isArchived, folderId }, parts)
  }

  const dragging = useDragging({
    conversationsOf: (line) => targetsOf(selection, line.key, lines),
    onMove: (ids, folder) => acts.moveTo(ids, folder),
    onMoveFolder: (id, parentId) => {
      const parent = folders.find((folder) => folder.id === parentId)
      if (parent === undefined || !isWithin(parent, id, folders)) {
        void library.moveFolder(id, { parentId, beforeId: null })
      }
    },
  })

  const pickedCount = selection.pickedIds.size
  const active = lines.find(({ key, kind }) => key === selection.activeKey && kind === 'conversation')
  const viewEntries = (): readonly MenuEntry[] => [
    { kind: 'action', icon: FolderPlus, label: words('newFolder'), onPress: () => void addFolder(null) },
    {
      ...{ kind: 'action', icon: Archive, label: words('showArchived'), isChosen: showsArchived },
      onPress: () => setShowsArchived(!showsArchived),
    },
    { kind: 'action', icon: Trash2, label: trashWords('open'), onPress: onTrash },
  ]

  return (
    <div ref={list} className={styles.sidebar}>
      <header className={styles.header}>
        <IconButton
          icon={PanelLeftClose}
          label={words('hide')}
          hint={hint(words('hide'), 'sidebar')}
          onPress={onHide}
        />
        <span className={styles.space} />
        {tools}
        <MenuButton icon={Ellipsis} label={words('more')} entries={viewEntries} />
        <IconButton
          icon={SquarePen}
          label={words('new')}
          hint={hint(words('new'), 'new-conversation')}
          onPress={onNew}
        />
      </header>
      {showsArchived && (
        <div className={styles.note}>
          <span>{words('archivedTitle')}</span>
          <ActionButton icon={Archive} label={words('back')} onPress={() => setShowsArchived(false)} />
        </div>
      )}
      {trouble !== undefined && (
        <div className={styles.note} role="alert">
          <span>{words('trouble')}</span>
          <ActionButton icon={RotateCw} label={failure('tryAgain')} onPress={() => void library.open()} />
        </div>
      )}
      {isOpen && lines.length === 0 && (
        <p className={styles.note}>{words(showsArchived ? 'noArchived' : 'empty')}</p>
      )}
      <ConversationList
        {...{ lines, selection, openId, renamingKey, dragging, onOpen }}
        onSelect={setSelection}
        onFold={fold}
        onRename={(key) => {
          setRenamingKey(key)
          // Not when the reader left the name for another place.
          if (key === undefined && findTree()?.contains(document.activeElement)) findTree()?.focus()
        }}
        onName={rename}
        onDelete={remove}
        onMenu={(line, anchor) => {
          setSelection(
            selection.pickedIds.has(line.key) ? { ...selection, activeKey: line.key } : moved(line.key),
          )
          setMenu({ line, anchor })
        }}
      />
      {pickedCount > 1 && active !== undefined && (
        <div className={styles.picked}>
          <span role="status">{words('picked', { count: pickedCount })}</span>
          <MenuButton icon={Ellipsis} label={words('pickedMore')} entries={() => entriesFor(active)} />
        </div>
      )}
      {children !== undefined && <footer className={styles.footer}>{children}</footer>}
      <FloatingMenu
        anchor={menu?.anchor}
        entries={() => (menu === undefined ? [] : entriesFor(menu.line))}
        onClose={() => setMenu(undefined)}
        // A name that is to be written has the focus by then. It would be lost with it.
        onClosed={() => list.current?.querySelector('input') === null && findTree()}
      />
    </div>
  )
}
