import { memo } from 'react'

import styles from './page.module.css'
import type { RendererProps } from './renderers'

/** The floor: text without any meaning, a node for each line, and only the last one drawn again. */
export function PlainText({ text }: RendererProps) {
  return text.split('\n').map((line, index) => <Line key={index} text={line} />)
}

const Line = memo(function Line({ text }: { readonly text: string }) {
  return <div className={styles.line}>{text}</div>
})
