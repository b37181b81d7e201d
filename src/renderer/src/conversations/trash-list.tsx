import { type KeyboardEvent, type Ref, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'

import type { TrashItem } from '#shared/trash'

import { isCommand } from '../ui/command-key'
import { languageOf } from '../ui/language-of'
import { useTicking } from '../ui/use-ticking'
import styles from './trash.module.css'
import { keyOf } from './use-trash'

const MINUTE_MS = 60_000

interface TrashListProps {
  readonly ref?: Ref<HTMLUListElement>
  readonly items: readonly TrashItem[]
  readonly pickedKeys: ReadonlySet<string>
  readonly onToggle: (key: string) => void
  readonly onPickAll: () => void
}

/** What was deleted, each with a box to pick it. One stop of the Tab key; the arrows go through them. */
export function TrashList({ ref, items, pickedKeys, onToggle, onPickAll }: TrashListProps) {
  const words = useTranslations('trash')
  const [active, setActive] = useState<string>()
  const hasActive = items.some((item) => keyOf(item) === active)
  const stop = hasActive ? active : items[0] && keyOf(items[0])

  function press(event: KeyboardEvent<HTMLUListElement>): void {
    const boxes = [...event.currentTarget.querySelectorAll('input')]
    const at = boxes.findIndex((box) => box === document.activeElement)
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: boxes.length - 1 }[event.key]
    if (to !== undefined) boxes[Math.min(boxes.length - 1, Math.max(0, to))]?.focus()
    else if (event.key.toLowerCase() === 'a' && isCommand(event.nativeEvent)) onPickAll()
    else return
    event.preventDefault()
  }

  return (
    <ul ref={ref} className={styles.list} aria-label={words('list')} onKeyDown={press}>
      {items.map((item) => {
        const key = keyOf(item)
        return (
          <li key={key}>
            <label className={styles.item}>
              <input
                type="checkbox"
                checked={pickedKeys.has(key)}
                tabIndex={key === stop ? 0 : -1}
                onFocus={() => setActive(key)}
                onChange={() => onToggle(key)}
              />
              <ItemView {...item} />
            </label>
          </li>
        )
      })}
    </ul>
  )
}

function ItemView({ kind, title, excerpt, messageCount, deletedAt }: TrashItem) {
  const words = useTranslations('trash')
  const sidebar = useTranslations('sidebar')
  const format = useFormatter()
  const now = useTicking((time) => Math.floor(time / MINUTE_MS) * MINUTE_MS, true)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const name = title === '' ? sidebar('untitled') : title
  const first = excerpt === '' ? words('wordless') : excerpt
  const isWhole = kind === 'conversation'
  return (
    <span className={styles.words}>
      <span className={styles.name} lang={languageOf(isWhole ? name : first)}>
        {isWhole ? name : first}
      </span>
      <span className={styles.facts}>
        <span className={styles.kind}>{isWhole ? words('conversation') : words('within', { name })}</span>
        <span>{words('messages', { count: messageCount })}</span>
        <time
          dateTime={new Date(deletedAt).toISOString()}
          title={format.dateTime(deletedAt, { dateStyle: 'long', timeStyle: 'short', timeZone })}
        >
          {now - deletedAt < MINUTE_MS
            ? words('deletedNow')
            : words('deletedAt', { time: format.relativeTime(deletedAt, now) })}
        </time>
      </span>
    </span>
  )
}
