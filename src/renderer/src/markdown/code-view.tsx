import { memo } from 'react'
import { useTranslations } from 'use-intl'

import { CopyButton } from './copy-button'
import type { Grouped } from './grouped'
import styles from './markdown.module.css'
import type { Code } from './tree'

/** A block of code with its language and a way to copy it. */
export function CodeView({ code }: { readonly code: Code }) {
  const words = useTranslations('markdown')
  const language = toLanguage(code.info)
  return (
    <figure
      className={styles.code}
      aria-label={language === '' ? words('code') : words('codeIn', { language })}
    >
      <figcaption>
        <span>{language}</span>
        <CopyButton readText={() => code.lines.flat().join('\n')} />
      </figcaption>
      <pre tabIndex={0}>
        <code>
          {code.lines.map((lines, index) => (
            <Lines key={index} lines={lines} isFirst={index === 0} />
          ))}
        </code>
      </pre>
    </figure>
  )
}

interface LinesProps {
  readonly lines: Grouped<string>[number]
  readonly isFirst: boolean
}

const Lines = memo(function Lines({ lines, isFirst }: LinesProps) {
  return (isFirst ? '' : '\n') + lines.join('\n')
})

function toLanguage(info: string): string {
  return /^[^\s{]*/.exec(info)?.[0] ?? ''
}
