import { useState } from 'react'
import { useTranslations } from 'use-intl'

import { CodeHeader } from './code/code-header'
import { CodeLines } from './code/code-lines'
import codeStyles from './code/code.module.css'
import { readFenceInfo } from './code/fence-info'
import { ToggleButton } from './code/toggle-button'
import { usePainting } from './code/use-painting'
import { CopyButton } from './copy-button'
import styles from './markdown.module.css'
import type { Code } from './tree'

/** A block of code in its colours, with its language, its file and what can be done with it. */
export function CodeView({ code }: { readonly code: Code }) {
  const words = useTranslations('markdown')
  const [isWrapped, setIsWrapped] = useState(false)
  const [isNumbered, setIsNumbered] = useState(false)
  const info = readFenceInfo(code.info)
  const painted = usePainting(info.language, code.lines)
  const name = info.label === '' ? words('code') : words('codeIn', { language: info.label })
  const looks = [codeStyles.pre, isWrapped && codeStyles.wrapped, isNumbered && codeStyles.numbered]
  return (
    <figure className={`${styles.code} ${codeStyles.code}`} aria-label={name}>
      <CodeHeader info={info}>
        <ToggleButton
          label={words('lineNumbers')}
          isPressed={isNumbered}
          onPress={() => setIsNumbered(!isNumbered)}
        />
        <ToggleButton label={words('wrap')} isPressed={isWrapped} onPress={() => setIsWrapped(!isWrapped)} />
        <CopyButton readText={() => code.lines.flat().join('\n')} />
      </CodeHeader>
      <pre
        className={looks.filter(Boolean).join(' ')}
        tabIndex={0}
        role="group"
        aria-label={info.fileName ?? name}
      >
        <code>
          <CodeLines lines={code.lines} painted={painted} />
        </code>
      </pre>
    </figure>
  )
}
