import { memo, useId, useMemo, useState } from 'react'

import { abbreviate, NOT_ABBREVIATED } from './abbreviations/abbreviate'
import { AbbreviationsView } from './abbreviations/abbreviations-view'
import { drawBlocks } from './block-view'
import { collectFootnotes, NO_FOOTNOTES } from './footnotes/collect-footnotes'
import { FootnoteContext } from './footnotes/footnote-context'
import { FootnotesView } from './footnotes/footnotes-view'
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
  const [abbreviatedBefore, setAbbreviatedBefore] = useState(NOT_ABBREVIATED)
  const abbreviated = abbreviate(document.blocks, abbreviatedBefore)
  if (abbreviated !== abbreviatedBefore) setAbbreviatedBefore(abbreviated)
  const { blocks, definitions } = abbreviated
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
        {blocks.map((group, index) => (
          <Group key={index} blocks={group} isLast={index === blocks.length - 1} />
        ))}
        <FootnotesView notes={notes} prefix={prefix} drawBlocks={drawBlocks} />
        <AbbreviationsView definitions={definitions} />
      </div>
    </FootnoteContext>
  )
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
