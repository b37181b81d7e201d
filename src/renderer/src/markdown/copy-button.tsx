import { useTranslations } from 'use-intl'

import { useCopy } from '../ui/use-copy'
import styles from './markdown.module.css'

/** Copies what it is asked for, and says how that went. */
export function CopyButton({ readText }: { readonly readText: () => string }) {
  const words = useTranslations('markdown')
  const replyWords = useTranslations('reply')
  const [outcome, copy] = useCopy()
  const label = { copied: words('copied'), failed: replyWords('copyFailed') }
  return (
    <button type="button" className={styles.copy} onClick={() => copy(readText())}>
      {outcome === undefined ? words('copy') : label[outcome]}
    </button>
  )
}
