import { useEffect, useState } from 'react'

import { messageOf } from './message-element'

/**
 * The messages that must not leave the page, however far the reader scrolls: the one that has the focus, those in which
 * a selection begins and ends, and those that are being edited.
 */
export function useKeptMessages(view: HTMLElement | null): ReadonlySet<string> {
  const [keptIds, setKeptIds] = useState<ReadonlySet<string>>(new Set())

  useEffect(() => {
    if (view === null) return
    const page = view.ownerDocument
    const look = (): void => {
      const selection = page.getSelection()
      const selected = selection?.isCollapsed === false ? endsOf(selection) : []
      const nodes = [page.activeElement, ...selected, ...view.querySelectorAll('textarea')]
      const ids = nodes.flatMap((node) =>
        view.contains(node) ? (messageOf(node)?.dataset['message'] ?? []) : [],
      )
      setKeptIds((before) => (isSame(before, ids) ? before : new Set(ids)))
    }
    look()
    const names = ['selectionchange', 'focusin', 'focusout'] as const
    for (const name of names) page.addEventListener(name, look)
    return () => {
      for (const name of names) page.removeEventListener(name, look)
    }
  }, [view])

  return keptIds
}

function endsOf({ anchorNode, focusNode }: Selection): readonly (Node | null)[] {
  return [anchorNode, focusNode]
}

function isSame(ids: ReadonlySet<string>, others: readonly string[]): boolean {
  return ids.size === new Set(others).size && others.every((id) => ids.has(id))
}
