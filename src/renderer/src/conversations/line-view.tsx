import { ChevronRight, Ellipsis, Folder as FolderIcon, FolderOpen } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import { languageOf } from '../ui/language-of'
import styles from './conversation-list.module.css'
import type { ConversationLine, FolderLine, HeadingLine } from './list-lines'

interface LineParts {
  readonly onMenu: (event: MouseEvent<HTMLElement>) => void
}

export function HeadingView({ of }: Pick<HeadingLine, 'of'>) {
  const words = useTranslations('sidebar.groups')
  const format = useFormatter()
  if (of.kind !== 'month') return words(of.kind)
  const [now, month] = [new Date(), new Date(of.month)]
  const year = now.getFullYear() === month.getFullYear() ? {} : ({ year: 'numeric' } as const)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return format.dateTime(month, { month: 'long', ...year, timeZone })
}

export function FolderView({ line, onMenu }: LineParts & { readonly line: FolderLine }) {
  const { folder, isUnfolded, count } = line
  const words = useTranslations('sidebar')
  const Icon = isUnfolded ? FolderOpen : FolderIcon
  return (
    <>
      <ChevronRight className={styles.chevron} size="0.875rem" strokeWidth={2} aria-hidden />
      <Icon className={styles.icon} size="1rem" strokeWidth={1.75} aria-hidden />
      <span className={styles.name}>{folder.name}</span>
      {count > 0 && (
        <span className={styles.count} aria-label={words('count', { count })}>
          {count}
        </span>
      )}
      <More label={words('moreFor', { name: folder.name })} onMenu={onMenu} />
    </>
  )
}

export function ConversationView({ row, onMenu }: LineParts & Pick<ConversationLine, 'row'>) {
  const words = useTranslations('sidebar')
  const title = row.title === '' ? words('untitled') : row.title
  const state = row.isAnswering ? 'answering' : row.isUnread ? 'unread' : undefined
  return (
    <>
      <span className={styles.name} lang={languageOf(title)}>
        {title}
      </span>
      {state !== undefined && (
        <span className={styles.mark} data-state={state} title={words(state)}>
          <span className="visually-hidden">{words(state)}</span>
        </span>
      )}
      <More label={words('moreFor', { name: title })} onMenu={onMenu} />
    </>
  )
}

/** For the pointer alone: the keyboard has the menu key, and a button in each line would be many stops. */
function More({ label, onMenu }: LineParts & { readonly label: string }) {
  return (
    <button
      type="button"
      className={styles.more}
      aria-label={label}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation()
        onMenu(event)
      }}
    >
      <Ellipsis size="1rem" strokeWidth={1.75} aria-hidden />
    </button>
  )
}
