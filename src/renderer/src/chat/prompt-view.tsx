import { memo } from 'react'
import { useTranslations } from 'use-intl'

import { languageOf } from '../ui/language-of'
import styles from './prompt-view.module.css'

/** Which message of how many, where not all of them are in the page. */
export interface MessagePlace {
  readonly position?: number
  readonly setSize?: number
}

interface PromptViewProps extends MessagePlace {
  readonly text: string
}

/** What the reader asked, exactly as typed. */
export const PromptView = memo(function PromptView({ text, position, setSize }: PromptViewProps) {
  const words = useTranslations('prompt')
  return (
    <article
      className={styles.prompt}
      aria-label={words('label')}
      aria-posinset={position}
      aria-setsize={setSize}
    >
      <p className={styles.bubble} data-prompt-text lang={languageOf(text)}>
        {text}
      </p>
    </article>
  )
})
