import { useTranslations } from 'use-intl'

import { useCopy } from '../ui/use-copy'
import styles from './markdown.module.css'

interface CopyButtonProps {
  readonly readText: () => string
  readonly label?: string
}

/** Copies what it is asked for, and says how that went. */
export function CopyButton({ readText, label }: CopyButtonProps) {
  const words = useTranslations('markdown')
  const [outcome, copy] = useCopy()
  const said = { copied: words('copied'), failed: words('copyFailed') }
  return (
    <button type="button" className={styles.copy} onClick={() => copy(readText())}>
      {outcome === undefined ? (label ?? words('copy')) : said[outcome]}
    </button>
  )
}
