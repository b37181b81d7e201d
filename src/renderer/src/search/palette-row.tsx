import { CornerDownRight, MessageSquare, MessagesSquare } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'

import { keysOf } from '#shared/shortcuts'

import { showKeys } from '../ui/command-key'
import { languageOf } from '../ui/language-of'
import { usePreference } from '../ui/preferences'
import { MarkedText } from './marked-text'
import type { PaletteItem } from './palette-items'
import styles from './palette.module.css'

/** What one line says. */
export function PaletteRow({ item }: { readonly item: PaletteItem }) {
  const words = useTranslations('search')
  const chosenKeys = usePreference('shortcuts')
  const format = useFormatter()
  const day = (at: number) => format.dateTime(at, { dateStyle: 'medium' })
  if (item.kind === 'command') {
    const { id, title } = item.command
    const keys = keysOf(id, chosenKeys)
    return (
      <>
        <CornerDownRight className={styles.icon} size="1rem" strokeWidth={1.75} aria-hidden />
        <span className={styles.title}>{title}</span>
        {keys !== '' && <kbd className={styles.keys}>{showKeys(keys)}</kbd>}
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
