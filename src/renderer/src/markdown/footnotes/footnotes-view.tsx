import { memo, type MouseEvent, type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'

import type { Block, Footnote } from '../tree'
import styles from './footnotes.module.css'

interface FootnotesViewProps {
  readonly notes: readonly Footnote[]
  readonly prefix: string
  readonly drawBlocks: (blocks: readonly Block[]) => ReactNode
}

/** The notes of a document, below its text. */
export const FootnotesView = memo(function FootnotesView({ notes, prefix, drawBlocks }: FootnotesViewProps) {
  const words = useTranslations('markdown')
  const title = useId()
  if (notes.length === 0) return undefined
  return (
    <section className={styles.notes} aria-labelledby={title} role="doc-endnotes">
      <h2 id={title} className={styles.title}>
        {words('footnotes')}
      </h2>
      <ol>
        {notes.map(({ label, blocks }, index) => (
          <li key={label} id={`${prefix}${index + 1}`} tabIndex={-1}>
            {drawBlocks(blocks)}
            <button
              type="button"
              className={styles.back}
              aria-label={words('footnoteBack', { number: index + 1 })}
              onClick={(event) => goBack(event, index + 1)}
            >
              ↩︎
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
})

/** To the first place that refers to the note. */
function goBack({ currentTarget }: MouseEvent, number: number) {
  const document = currentTarget.closest('section')?.parentElement
  document?.querySelector<HTMLElement>(`[data-note='${number}'] > a`)?.focus()
}
