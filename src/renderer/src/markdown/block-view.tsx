import { memo } from 'react'

import { CodeView } from './code-view'
import { DiagramView } from './diagram-view'
import { isDiagram } from './diagrams/is-diagram'
import { InlineViews } from './inline-view'
import { ListView } from './list-view'
import styles from './markdown.module.css'
import { MathView } from './math/math-view'
import { QuoteView } from './quote-view'
import { TableView } from './table-view'
import type { Block, Heading } from './tree'

interface BlockViewProps {
  readonly block: Block
  /** In a tight list a paragraph is bare text. */
  readonly isTight?: boolean
}

/** One block; the same object draws the same thing, so React skips it. */
export const BlockView = memo(function BlockView({ block, isTight = false }: BlockViewProps) {
  switch (block.type) {
    case 'paragraph':
      return isTight ? <InlineViews inlines={block.inlines} /> : <Paragraph inlines={block.inlines} />
    case 'heading':
      return <HeadingView heading={block} />
    case 'code':
      return isDiagram(block.info) ? <DiagramView code={block} /> : <CodeView code={block} />
    case 'quote':
      return <QuoteView quote={block} drawBlocks={drawBlocks} />
    case 'list':
      return <ListView list={block} />
    case 'table':
      return <TableView table={block} />
    case 'rule':
      return <hr />
    case 'math':
      return <MathView tex={block.tex} isDisplay isClosed={block.isClosed} />
    case 'footnote':
    case 'abbreviation':
      return undefined
  }
})

export function drawBlocks(blocks: readonly Block[]) {
  return blocks.map((block, index) => <BlockView key={index} block={block} />)
}

function Paragraph({ inlines }: Pick<Heading, 'inlines'>) {
  return (
    <p>
      <InlineViews inlines={inlines} />
    </p>
  )
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

function HeadingView({ heading }: { readonly heading: Heading }) {
  const Tag = HEADINGS[heading.level - 1] ?? 'h6'
  return (
    <Tag className={styles.heading}>
      <InlineViews inlines={heading.inlines} />
    </Tag>
  )
}
