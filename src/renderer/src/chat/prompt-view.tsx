import { memo } from 'react'
import { useTranslations } from 'use-intl'

import { languageOf } from '../ui/language-of'
import styles from './prompt-view.module.css'

/** What the reader asked, exactly as typed. */
export const PromptView = memo(function PromptView({ text }: { readonly text: string }) {
  const words = useTranslations('prompt')
  return (
    <article className={styles.prompt} aria-label={words('label')}>
      <p className={styles.bubble} lang={languageOf(text)}>
        {text}
      </p>
    </article>
  )
})
