import { type ReactNode } from 'react'
import { useTranslations } from 'use-intl'

import styles from './quote.module.css'
import { readAlert } from './read-alert'
import type { Block, Quote } from './tree'

interface QuoteViewProps {
  readonly quote: Quote
  readonly drawBlocks: (blocks: readonly Block[]) => ReactNode
}

/** A quote, or an alert, as GitHub writes it: a quote that begins with `[!NOTE]`. */
export function QuoteView({ quote, drawBlocks }: QuoteViewProps) {
  const words = useTranslations('markdown.alerts')
  const alert = readAlert(quote)
  if (alert === undefined) return <blockquote>{drawBlocks(quote.blocks)}</blockquote>
  return (
    <aside className={styles.alert} data-kind={alert.kind} aria-label={words(alert.kind)}>
      <p className={styles.title} aria-hidden>
        {words(alert.kind)}
      </p>
      {drawBlocks(alert.blocks)}
    </aside>
  )
}
