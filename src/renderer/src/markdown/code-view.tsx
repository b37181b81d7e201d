import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

import { CodeHeader } from './code/code-header'
import { CodeLines } from './code/code-lines'
import codeStyles from './code/code.module.css'
import { readFenceInfo } from './code/fence-info'
import { ToggleButton } from './code/toggle-button'
import { usePainting } from './code/use-painting'
import { CopyButton } from './copy-button'
import { useKeptLook } from './kept-looks'
import styles from './markdown.module.css'
import type { Code } from './tree'

interface CodeViewProps {
  readonly code: Code
  /** What it is called instead of its language. */
  readonly name?: string
  /** More that can be done with it. */
  readonly tools?: ReactNode
  /** A sentence about it. */
  readonly note?: ReactNode
  /** What is shown in place of the lines. */
  readonly body?: ReactNode
}

/** A block of code in its colours, with its language, its file and what can be done with it. */
export function CodeView({ code, name, tools, note, body }: CodeViewProps) {
  const words = useTranslations('markdown')
  const beginning = `${code.info}\n${code.lines[0]?.[0] ?? ''}`
  const [isWrapped, setIsWrapped] = useKeptLook(`wrapped ${beginning}`, false)
  const [isNumbered, setIsNumbered] = useKeptLook(`numbered ${beginning}`, false)
  const info = readFenceInfo(code.info)
  const painted = usePainting(info.language, code.lines)
  const label = name ?? (info.label === '' ? words('code') : words('codeIn', { language: info.label }))
  const looks = [codeStyles.pre, isWrapped && codeStyles.wrapped, isNumbered && codeStyles.numbered]
  return (
    <figure className={`${styles.code} ${codeStyles.code}`} aria-label={label}>
      <CodeHeader info={info}>
        {tools}
        {body === undefined && (
          <>
            <ToggleButton
              label={words('lineNumbers')}
              isPressed={isNumbered}
              onPress={() => setIsNumbered(!isNumbered)}
            />
            <ToggleButton
              label={words('wrap')}
              isPressed={isWrapped}
              onPress={() => setIsWrapped(!isWrapped)}
            />
          </>
        )}
        <CopyButton readText={() => code.lines.flat().join('\n')} />
      </CodeHeader>
      {note}
      {body ?? (
        <pre
          className={looks.filter(Boolean).join(' ')}
          tabIndex={0}
          role="group"
          aria-label={info.fileName ?? label}
        >
          <code>
            <CodeLines lines={code.lines} painted={painted} hasCaret={code.hasCaret === true} />
          </code>
        </pre>
      )}
    </figure>
  )
}
