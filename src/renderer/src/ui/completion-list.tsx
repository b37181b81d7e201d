import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'

import type { Suggestion } from './completion'
import styles from './completion-list.module.css'
import { languageOf } from './language-of'

interface CompletionListProps {
  readonly id: string
  /** Without any the list is not there. */
  readonly items: readonly Suggestion[]
  readonly marked: number
  readonly onTake: (index: number) => void
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** Above the field that it belongs to. How many there are is also said. */
export function CompletionList({ id, items, marked, onTake }: CompletionListProps) {
  const words = useTranslations('completion')
  const line = useRef<HTMLLIElement>(null)
  const isOpen = items.length > 0

  useEffect(() => {
    line.current?.scrollIntoView({ block: 'nearest' })
  }, [marked, items])

  return (
    <>
      <span role="status" className="visually-hidden">
        {isOpen && words('count', { count: items.length })}
      </span>
      {isOpen && (
        <ul id={id} role="listbox" aria-label={words('label')} className={styles.list}>
          {items.map(({ key, title, detail }, index) => (
            <li
              key={key}
              id={optionId(id, index)}
              ref={index === marked ? line : undefined}
              role="option"
              aria-selected={index === marked}
              className={styles.line}
              // The focus stays in the field.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onTake(index)}
            >
              <span className={styles.title} lang={languageOf(title)}>
                {title}
              </span>
              <span className={styles.detail} lang={languageOf(detail)}>
                {detail}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
