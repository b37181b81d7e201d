import { type DragEvent, useState } from 'react'

import type { Folder } from '#shared/conversation'

import type { ListLine } from './list-lines'

export interface DraggingOptions {
  /** What is taken along when this line is. */
  readonly conversationsOf: (line: ListLine) => readonly string[]
  /** Conversations are dropped into a folder, or out of all of them. */
  readonly onMove: (ids: readonly string[], folder: Folder | undefined) => void
  readonly onMoveFolder: (id: string, parentId: string | null) => void
}

/** Lets lines be dragged into folders, and out of them. What the keys do with the menu. */
export function useDragging({ conversationsOf, onMove, onMoveFolder }: DraggingOptions) {
  const [dragged, setDragged] = useState<ListLine>()
  const [overKey, setOverKey] = useState<string>()

  function leave(): void {
    setDragged(undefined)
    setOverKey(undefined)
  }

  function accepts(line: ListLine): boolean {
    return dragged !== undefined && dragged.key !== line.key
  }

  function drop(line: ListLine): void {
    const folder = line.kind === 'folder' ? line.folder : undefined
    if (dragged?.kind === 'folder') onMoveFolder(dragged.folder.id, folder?.id ?? null)
    if (dragged?.kind === 'conversation') onMove(conversationsOf(dragged), folder)
    leave()
  }

  return {
    overKey,
    propsFor: (line: ListLine) => ({
      draggable: line.kind !== 'heading',
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move'
        // Firefox's rule, and harmless here: without data nothing is dragged.
        event.dataTransfer.setData('text/plain', line.key)
        setDragged(line)
      },
      onDragOver: (event: DragEvent) => {
        if (!accepts(line)) return
        event.preventDefault()
        setOverKey(line.key)
      },
      onDrop: (event: DragEvent) => {
        if (!accepts(line)) return
        event.preventDefault()
        drop(line)
      },
      onDragEnd: leave,
    }),
  }
}
