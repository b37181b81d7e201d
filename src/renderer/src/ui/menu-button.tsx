import { Menu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'

import iconButton from './icon-button.module.css'
import { MenuSheet } from './menu-entries'
import type { MenuEntry } from './menu-entry'

interface MenuButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  /** Asked for when the menu opens, so that a menu that nobody opens costs nothing. */
  readonly entries: () => readonly MenuEntry[]
  readonly align?: 'start' | 'end'
  /** Where in the Tab order it is; -1 for a button that its row reaches in another way. */
  readonly tabIndex?: number
  /** Where the focus goes after the menu, if not back to the button. */
  readonly onClosed?: () => HTMLElement | null | undefined
}

/** A quiet button that unfolds a menu. */
export function MenuButton({
  icon: Icon,
  label,
  entries,
  align = 'end',
  tabIndex,
  onClosed,
}: MenuButtonProps) {
  return (
    <Menu.Root>
      <Menu.Trigger
        className={iconButton.button}
        aria-label={label}
        title={label}
        {...(tabIndex === undefined ? {} : { tabIndex })}
      >
        <Icon size="1.125rem" strokeWidth={1.75} aria-hidden />
      </Menu.Trigger>
      <LazySheet entries={entries} align={align} onClosed={onClosed} />
    </Menu.Root>
  )
}

type LazySheetProps = Pick<MenuButtonProps, 'entries'> & {
  readonly align: 'start' | 'end'
  readonly onClosed: MenuButtonProps['onClosed']
}

function LazySheet({ entries, ...rest }: LazySheetProps) {
  return <MenuSheet entries={entries()} {...rest} />
}
