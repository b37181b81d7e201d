import { type MouseEvent, use } from 'react'
import { useTranslations } from 'use-intl'

import { FootnoteContext } from './footnote-context'
import styles from './footnotes.module.css'

/** The number that leads to a note. Without a note it is the text that it was written as. */
export function FootnoteLink({ label }: { readonly label: string }) {
  const words = useTranslations('markdown')
  const { prefix, numbers, isLive } = use(FootnoteContext)
  const number = numbers.get(label)
  if (number !== undefined) {
    const target = `${prefix}${number}`
    return (
      <sup className={styles.reference} data-note={number}>
        <a
          href={`#${target}`}
          role="doc-noteref"
          aria-label={words('footnote', { number })}
          onClick={(event) => follow(event, target)}
        >
          {number}
        </a>
      </sup>
    )
  }
  // Answers end with their notes: until then a number stands for one, so that no line is set anew.
  return isLive && /^\d{1,3}$/.test(label) ? <sup className={styles.reference}>{label}</sup> : `[^${label}]`
}

/** Within the page, without an address of its own in the history. */
function follow(event: MouseEvent, target: string) {
  event.preventDefault()
  document.getElementById(target)?.focus()
}
