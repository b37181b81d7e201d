import { CornerDownRight, MessageSquare, MessagesSquare } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'

import { languageOf } from '../ui/language-of'
import { MarkedText } from './marked-text'
import type { PaletteItem } from './palette-items'
import styles from './palette.module.css'

interface PaletteRowProps {
  readonly id: string
  readonly item: PaletteItem
  readonly isSelected: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

/** One line to choose. The focus stays in the field, so a press must not take it away. */
export function PaletteRow({ id, item, isSelected, onPoint, onChoose }: PaletteRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      className={styles.row}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <RowContent item={item} />
    </div>
  )
}

function RowContent({ item }: Pick<PaletteRowProps, 'item'>) {
  const words = useTranslations('search')
  const format = useFormatter()
  const day = (at: number) => format.dateTime(at, { dateStyle: 'medium' })
  if (item.kind === 'command') {
    const { title, keys } = item.command
    return (
      <>
        <CornerDownRight className={styles.icon} size="1rem" strokeWidth={1.75} aria-hidden />
        <span className={styles.title}>{title}</span>
        {keys !== undefined && <kbd className={styles.keys}>{keys}</kbd>}
      </>
    )
  }
  if (item.kind === 'conversation') {
    const { title, ranges, updatedAt } = item.conversation
    return (
      <>
        <MessagesSquare className={styles.icon} size="1rem" strokeWidth={1.75} aria-hidden />
        <span className={styles.title} lang={languageOf(title)}>
          {title === '' ? words('untitled') : <MarkedText text={title} ranges={ranges} />}
        </span>
        <span className={styles.day}>{day(updatedAt)}</span>
      </>
    )
  }
  const { title, role, excerpt, ranges, createdAt } = item.message
  return (
    <>
      <MessageSquare className={styles.icon} size="1rem" strokeWidth={1.75} aria-hidden />
      <span className={styles.lines}>
        <span className={styles.excerpt} lang={languageOf(excerpt)}>
          <MarkedText text={excerpt} ranges={ranges} />
        </span>
        <span className={styles.origin}>
          {words(role === 'user' ? 'asked' : 'answered', { title: title === '' ? words('untitled') : title })}
        </span>
      </span>
      <span className={styles.day}>{day(createdAt)}</span>
    </>
  )
}
