import { memo, useId, useMemo, useState } from 'react'

import { abbreviate, type Abbreviated, NOT_ABBREVIATED } from './abbreviations/abbreviate'
import { AbbreviationsView } from './abbreviations/abbreviations-view'
import { drawBlocks } from './block-view'
import { collectFootnotes, NO_FOOTNOTES } from './footnotes/collect-footnotes'
import { FootnoteContext } from './footnotes/footnote-context'
import { FootnotesView } from './footnotes/footnotes-view'
import { createGrowingDocument } from './growing-document'
import styles from './markdown.module.css'
import { withOpenEnd } from './open-end'
import type { Block } from './tree'

interface MarkdownViewProps {
  readonly text: string
  /** True while more text may follow. */
  readonly isLive: boolean
  /** So many UTF-16 units at the end of the text complete a word, and are not shown yet. */
  readonly ahead?: number
}

/** Markdown as elements: no HTML string on the way, no request to any host. */
export function MarkdownView({ text, isLive, ahead = 0 }: MarkdownViewProps) {
  const { blocks, definitions } = useGrowingBlocks(text, isLive)
  const drawn = isLive ? withOpenEnd(blocks, text.slice(text.length - ahead)) : blocks
  const [footnotesBefore, setFootnotesBefore] = useState(NO_FOOTNOTES)
  const footnotes = collectFootnotes(blocks, footnotesBefore)
  if (footnotes !== footnotesBefore) setFootnotesBefore(footnotes)

  const prefix = `${useId()}note-`
  const { notes, numbers } = footnotes
  // A new object would draw every reference again with every chunk.
  const places = useMemo(() => ({ prefix, numbers, isLive }), [prefix, numbers, isLive])
  return (
    <FootnoteContext value={places}>
      <div className={styles.markdown}>
        {drawn.map((group, index) => (
          <Group key={index} blocks={group} isLast={index === drawn.length - 1} />
        ))}
        <FootnotesView notes={notes} prefix={prefix} drawBlocks={drawBlocks} />
        <AbbreviationsView definitions={definitions} />
      </div>
    </FootnoteContext>
  )
}

function useGrowingBlocks(text: string, isLive: boolean): Abbreviated {
  const [read] = useState(createReader)
  return read(text, isLive)
}

/** Reads a text as it grows. What it remembers spares work and changes no result: state would draw every chunk twice. */
function createReader() {
  const grow = createGrowingDocument()
  let abbreviated = NOT_ABBREVIATED
  return (text: string, isLive: boolean): Abbreviated => {
    abbreviated = abbreviate(grow(text, isLive).blocks, abbreviated)
    return abbreviated
  }
}

interface GroupProps {
  readonly blocks: readonly Block[]
  readonly isLast: boolean
}

/** A full group never changes again: React skips it, and the browser lays it out only when it comes into sight. */
const Group = memo(function Group({ blocks, isLast }: GroupProps) {
  return (
    <div className={isLast ? styles.group : `${styles.group} ${styles.settled}`}>{drawBlocks(blocks)}</div>
  )
})
