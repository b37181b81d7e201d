import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'use-intl'

import styles from './jump-button.module.css'

/** The way back for a reader who has scrolled up. */
export function JumpButton({ onPress }: { readonly onPress: () => void }) {
  const words = useTranslations('transcript')
  return (
    <button type="button" className={styles.jump} onClick={onPress}>
      <ArrowDown size="0.875rem" strokeWidth={2} aria-hidden />
      {words('jump')}
    </button>
  )
}
