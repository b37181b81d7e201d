import { useState } from 'react'
import { useTranslations } from 'use-intl'

import styles from './math.module.css'
import type { Typeset } from './typeset'
import { useTypesetter } from './use-typesetter'

interface MathViewProps {
  readonly tex: string
  readonly isDisplay: boolean
  /** While a formula is open, its source is shown. */
  readonly isClosed?: boolean
}

/** A formula. It appears whole; what cannot be read as one stays quiet source. */
export function MathView({ tex, isDisplay, isClosed = true }: MathViewProps) {
  const typesetter = useTypesetter()
  if (!isClosed || typesetter === undefined) return <Source tex={tex} isDisplay={isDisplay} />
  return <Formula key={tex} tex={tex} isDisplay={isDisplay} typesetter={typesetter} />
}

interface FormulaProps extends MathViewProps {
  readonly typesetter: (tex: string, isDisplay: boolean) => Typeset
}

function Formula({ tex, isDisplay, typesetter }: FormulaProps) {
  const words = useTranslations('markdown')
  const [made] = useState(() => typesetter(tex, isDisplay))
  // Always the same function: React calls a new one again, and the formula would be laid out with every chunk.
  const [attach] = useState(() => (host: HTMLElement | null) => {
    if ('element' in made) host?.replaceChildren(made.element)
  })
  if ('reason' in made) {
    return <Source tex={tex} isDisplay={isDisplay} title={words('mathUnread', { reason: made.reason })} />
  }
  return <span className={isDisplay ? styles.display : undefined} ref={attach} />
}

interface SourceProps extends MathViewProps {
  readonly title?: string
}

function Source({ tex, isDisplay, title }: SourceProps) {
  return (
    <code className={isDisplay ? `${styles.source} ${styles.block}` : styles.source} title={title}>
      {tex}
    </code>
  )
}
