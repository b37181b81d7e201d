import type { LucideIcon } from 'lucide-react'

/** One line of a menu. */
export type MenuEntry = MenuAction | MenuList | { readonly kind: 'line' }

export interface MenuAction {
  readonly kind: 'action'
  readonly icon?: LucideIcon
  readonly label: string
  /** As it is written on this system, see `showKeys`. Only told; who listens for the keys is another's. */
  readonly keys?: string
  /** For what takes something away. */
  readonly isDangerous?: boolean
  readonly isDisabled?: boolean
  /** For one of several that exclude each other: whether it is the present one. */
  readonly isChosen?: boolean
  readonly onPress: () => void
}

/** Unfolds beside the menu. */
export interface MenuList {
  readonly kind: 'list'
  readonly icon?: LucideIcon
  readonly label: string
  readonly isDisabled?: boolean
  readonly entries: readonly MenuEntry[]
}
