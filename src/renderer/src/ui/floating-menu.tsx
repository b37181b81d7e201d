import { Menu } from '@base-ui/react/menu'

import { MenuSheet } from './menu-entries'
import type { MenuEntry } from './menu-entry'

/** Beside an element, or at a point of the window, in CSS pixels. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number }

interface FloatingMenuProps {
  /** Absent while the menu is not there. */
  readonly anchor: MenuAnchor | undefined
  readonly entries: () => readonly MenuEntry[]
  readonly onClose: () => void
  /** Where the focus goes after it; `false` leaves it where it went meanwhile. */
  readonly onClosed: () => HTMLElement | false | null | undefined
}

/** A menu that belongs to no button of its own: of a line in a list, by its keys or the second mouse button. */
export function FloatingMenu({ anchor, entries, onClose, onClosed }: FloatingMenuProps) {
  if (anchor === undefined) return null
  return (
    <Menu.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <MenuSheet entries={entries()} anchor={toAnchor(anchor)} onClosed={onClosed} />
    </Menu.Root>
  )
}

function toAnchor(anchor: MenuAnchor) {
  if (anchor instanceof Element) return anchor
  return { getBoundingClientRect: () => new DOMRect(anchor.x, anchor.y, 0, 0) }
}
