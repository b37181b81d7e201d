import { memo, useState } from 'react'

import { BlockView } from './block-view'
import { continueDocument, EMPTY_DOCUMENT } from './growing-document'
import styles from './markdown.module.css'
import type { Block } from './tree'

interface MarkdownViewProps {
  readonly text: string
  /** True while more text may follow. */
  readonly isLive: boolean
}

/** Markdown as elements: no HTML string on the way, no request to any host. */
export function MarkdownView({ text, isLive }: MarkdownViewProps) {
  const [before, setBefore] = useState(EMPTY_DOCUMENT)
  const document = continueDocument(before, text, isLive)
  if (document !== before) setBefore(document)
  return (
    <div className={styles.markdown}>
      {document.blocks.map((blocks, index) => (
        <Group key={index} blocks={blocks} isLast={index === document.blocks.length - 1} />
      ))}
    </div>
  )
}

interface GroupProps {
  readonly blocks: readonly Block[]
  readonly isLast: boolean
}

/** A full group never changes again: React skips it, and the browser lays it out only when it comes into sight. */
const Group = memo(function Group({ blocks, isLast }: GroupProps) {
  return (
    <div className={isLast ? styles.group : `${styles.group} ${styles.settled}`}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  )
})
