import { append } from './grouped'
import { STAND_IN, type Frame, type ItemFrame, type ListFrame, type ParagraphFrame } from './frame'
import { isLoose, readBlock, readItem, readRows, toLines, type ReadInlines } from './read-blocks'
import type { TokenNode } from './token-node'
import type { Block, Inline, Item } from './tree'

/** The text turned into something else than what the frame was made for: parse its whole source again. */
export const MISFIT = Symbol('misfit')
type Misfit = typeof MISFIT

/** Settled blocks of an item leave a paragraph, which tells whether the list is tight, and an empty heading, which ends it. */
const ITEM_STAND_INS = 2

/** The block that a node and the settled part of it stand for together. */
export function graft(
  node: TokenNode,
  frame: Frame | undefined,
  read: ReadInlines,
): Block | undefined | Misfit {
  const { token } = node
  if (frame === undefined) return readBlock(node, read)
  switch (frame.type) {
    case 'list':
      return token.type.endsWith('list_open') ? graftList(node, frame, read) : MISFIT
    case 'fence': {
      if (token.type !== 'fence') return MISFIT
      const lines = append(frame.lines, toLines(token.content))
      return { type: 'code', info: token.info.trim(), lines, isSettled: node.isSettled }
    }
    case 'table': {
      if (token.type !== 'table_open') return MISFIT
      const { alignments, head, rows } = frame
      const more = readRows(node, read).slice(1)
      return { type: 'table', alignments, head, rows: append(rows, more), isSettled: node.isSettled }
    }
    case 'paragraph':
      return token.type === 'paragraph_open' ? graftParagraph(node, frame, read) : MISFIT
  }
}

/** The nodes of the items behind the stand-in. */
export function freshItems(list: TokenNode, frame: ListFrame | undefined): readonly TokenNode[] {
  return frame === undefined || frame.items.length === 0 ? list.nodes : list.nodes.slice(1)
}

/** The nodes of the blocks behind the stand-ins. */
export function freshBlocks(item: TokenNode, frame: ItemFrame | undefined): readonly TokenNode[] {
  return frame?.blocks === undefined ? item.nodes : item.nodes.slice(ITEM_STAND_INS)
}

function graftList(node: TokenNode, frame: ListFrame, read: ReadInlines): Block | Misfit {
  const fresh: Item[] = []
  for (const [index, item] of freshItems(node, frame).entries()) {
    const grafted = graftItem(item, index === 0 ? frame.item : undefined, read)
    if (grafted === MISFIT) return MISFIT
    fresh.push(grafted)
  }
  const hasParagraph = frame.hasParagraph || fresh.some(holdsParagraph)
  return {
    type: 'list',
    start: frame.start,
    isTight: !(hasParagraph && isLoose(node.nodes)),
    items: append(frame.items, fresh),
  }
}

export function holdsParagraph({ blocks }: Item): boolean {
  return blocks.some((block) => block.type === 'paragraph')
}

export function graftItem(node: TokenNode, frame: ItemFrame | undefined, read: ReadInlines): Item | Misfit {
  if (frame === undefined) return readItem(node, read)
  const blocks: Block[] = [...(frame.blocks ?? [])]
  for (const [index, child] of freshBlocks(node, frame).entries()) {
    const block = graft(child, index === 0 ? frame.block : undefined, read)
    if (block === MISFIT) return MISFIT
    if (block !== undefined) blocks.push(block)
  }
  return { blocks }
}

function graftParagraph(node: TokenNode, frame: ParagraphFrame, read: ReadInlines): Block | Misfit {
  if (!readContent(node).startsWith(STAND_IN)) return MISFIT
  // The line behind has become the head of a table.
  if (readContent(node) === STAND_IN) return { type: 'paragraph', inlines: withoutLastBreak(frame.inlines) }
  const fresh = read(freshContent(node, frame), node.isSettled)
  return { type: 'paragraph', inlines: joinInlines(frame.inlines, fresh) }
}

function withoutLastBreak(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.at(-1)?.type.endsWith('-break') ? inlines.slice(0, -1) : inlines
}

/** The inline text of a paragraph behind the stand-in; a line loses the spaces before it. */
export function freshContent(paragraph: TokenNode, frame: ParagraphFrame | undefined): string {
  const content = readContent(paragraph)
  return frame === undefined ? content : content.slice(STAND_IN.length + 1).replace(/^[ \t]+/, '')
}

function readContent({ nodes }: TokenNode): string {
  return nodes[0]?.token.content ?? ''
}

/** One run after the other; a text that was cut becomes whole again. */
export function joinInlines(before: readonly Inline[], after: readonly Inline[]): readonly Inline[] {
  const last = before.at(-1)
  const first = after[0]
  if (last?.type !== 'text' || first?.type !== 'text') return [...before, ...after]
  return [...before.slice(0, -1), { type: 'text', text: last.text + first.text }, ...after.slice(1)]
}
