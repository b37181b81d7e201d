import type { KeyboardEvent } from 'react'

import { isCommand } from '../ui/command-key'
import { isComposing } from '../ui/is-composing'
import type { ListLine } from './list-lines'
import { all, extended, lineFrom, type ListSelection, looked, moved, toggled } from './list-selection'

const PAGE_LINES = 12

export interface ListKeysOptions {
  readonly lines: readonly ListLine[]
  readonly selection: ListSelection
  readonly onSelect: (selection: ListSelection) => void
  readonly onOpen: (line: ListLine) => void
  readonly onFold: (folderId: string, isFolded: boolean) => void
  readonly onRename: (line: ListLine) => void
  readonly onDelete: (line: ListLine) => void
  readonly onMenu: (line: ListLine) => void
}

/** The keys of the list, as a tree has them everywhere. */
export function useListKeys(options: ListKeysOptions): (event: KeyboardEvent) => void {
  const { lines, selection, onSelect, onOpen, onFold, onRename, onDelete, onMenu } = options
  const active = lines.find(({ key, kind }) => key === selection.activeKey && kind !== 'heading')

  const steps: Readonly<Record<string, number>> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -PAGE_LINES,
    PageDown: PAGE_LINES,
    Home: -Infinity,
    End: Infinity,
  }

  function act(event: KeyboardEvent): boolean {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    const step = steps[key]
    if (step !== undefined && !altKey) {
      const next = lineFrom(lines, selection.activeKey, step)
      if (next === undefined) return true
      if (shiftKey) onSelect(extended(selection, next.key, lines))
      else onSelect(ctrlKey || metaKey ? looked(selection, next.key) : moved(next.key))
      return true
    }
    if (key.toLowerCase() === 'a' && isCommand(event.nativeEvent)) {
      onSelect(all(selection, lines))
      return true
    }
    if (key === 'Escape' && selection.pickedIds.size > 0) {
      onSelect(moved(selection.activeKey))
      return true
    }
    return active !== undefined && actOn(active, event)
  }

  function actOn(line: ListLine, { key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    switch (key) {
      case 'Enter':
        onOpen(line)
        return true
      case ' ':
        if (line.kind === 'conversation' && (ctrlKey || metaKey)) onSelect(toggled(selection, line.key))
        else onOpen(line)
        return true
      case 'ArrowRight':
      case 'ArrowLeft':
        if (line.kind === 'folder') onFold(line.folder.id, key === 'ArrowLeft')
        return line.kind === 'folder'
      case 'F2':
        onRename(line)
        return true
      case 'Delete':
      case 'Backspace':
        onDelete(line)
        return true
      case 'ContextMenu':
        onMenu(line)
        return true
      case 'F10':
        if (shiftKey) onMenu(line)
        return shiftKey
      default:
        return false
    }
  }

  return (event) => {
    if (isComposing(event.nativeEvent) || !act(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
}
