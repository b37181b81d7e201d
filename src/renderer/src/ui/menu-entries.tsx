import { Menu } from '@base-ui/react/menu'
import { Check, ChevronRight, type LucideIcon } from 'lucide-react'

import { assertNever } from '#shared/assert-never'

import styles from './menu.module.css'
import type { MenuAction, MenuEntry, MenuList } from './menu-entry'

interface MenuEntriesProps {
  readonly entries: readonly MenuEntry[]
}

function MenuEntries({ entries }: MenuEntriesProps) {
  return entries.map((entry, index) => <Entry key={index} entry={entry} />)
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'action':
      return <Action {...entry} />
    case 'list':
      return <List {...entry} />
    case 'line':
      return <Menu.Separator className={styles.line} />
    default:
      return assertNever(entry)
  }
}

function Action({ icon, label, keys, isDangerous = false, isDisabled = false, ...rest }: MenuAction) {
  const { isChosen, onPress } = rest
  const content = (
    <>
      <EntryIcon icon={isChosen === true ? Check : icon} />
      <span className={styles.label}>{label}</span>
      {keys !== undefined && <kbd className={styles.keys}>{keys}</kbd>}
    </>
  )
  const parts = {
    className: isDangerous ? `${styles.entry} ${styles.dangerous}` : styles.entry,
    disabled: isDisabled,
    label,
  }
  if (isChosen === undefined) {
    return (
      <Menu.Item {...parts} onClick={onPress}>
        {content}
      </Menu.Item>
    )
  }
  return (
    <Menu.CheckboxItem {...parts} checked={isChosen} onCheckedChange={onPress} closeOnClick>
      {content}
    </Menu.CheckboxItem>
  )
}

function List({ icon, label, isDisabled = false, entries }: MenuList) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={styles.entry} disabled={isDisabled} label={label}>
        <EntryIcon icon={icon} />
        <span className={styles.label}>{label}</span>
        <ChevronRight size="0.875rem" aria-hidden />
      </Menu.SubmenuTrigger>
      <MenuSheet entries={entries} isBeside />
    </Menu.SubmenuRoot>
  )
}

interface MenuSheetProps extends MenuEntriesProps {
  readonly align?: 'start' | 'end'
  /** For a list that unfolds out of another. */
  readonly isBeside?: boolean
  readonly onClosed?: (() => HTMLElement | false | null | undefined) | undefined
  /** Beside what; beside its own button if absent. */
  readonly anchor?: Menu.Positioner.Props['anchor']
}

/** What a menu unfolds: drawn over the page, wherever there is room. */
export function MenuSheet({ entries, align = 'start', isBeside = false, onClosed, anchor }: MenuSheetProps) {
  return (
    <Menu.Portal>
      <Menu.Positioner
        className={styles.place}
        align={align}
        sideOffset={isBeside ? 0 : 4}
        alignOffset={isBeside ? -5 : 0}
        collisionPadding={8}
        anchor={anchor}
      >
        <Menu.Popup className={styles.sheet} {...(onClosed ? { finalFocus: () => onClosed() ?? true } : {})}>
          <MenuEntries entries={entries} />
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}

function EntryIcon({ icon: Icon }: { readonly icon: LucideIcon | undefined }) {
  return (
    <span className={styles.icon} aria-hidden>
      {Icon !== undefined && <Icon size="1rem" strokeWidth={1.75} />}
    </span>
  )
}
