import { isDecided } from './decided-line'
import { elideFence, elideParagraph, elideTable } from './elide-leaf'
import { STAND_IN, type Frame, type ItemFrame, type ListFrame } from './frame'
import { freshBlocks, freshItems, graft, graftItem, holdsParagraph, MISFIT } from './graft'
import { append } from './grouped'
import { readStart, type ReadInlines } from './read-blocks'
import type { TokenNode } from './token-node'

export interface Source {
  readonly lines: readonly string[]
  readonly read: ReadInlines
  /** The line on which the item around begins: what stands there has the item's marker before it. */
  readonly markerLine: number | undefined
}

/** What must be parsed again of an open block, and what it is spared. */
export interface Elided<F> {
  readonly lines: readonly string[]
  readonly frame: F | undefined
}

const MARKER = /^ *(?:[-+*]|\d{1,9}[.)])/
const ITEM_PREFIX = /^ *(?:[-+*]|\d{1,9}[.)]) {1,4}(?=\S)/

/** Leaves out what is settled inside the last, still open block of the source. */
export function elide(node: TokenNode, frame: Frame | undefined, source: Source): Elided<Frame> {
  const whole = { lines: source.lines.slice(node.start), frame }
  if (node.isSettled || node.end < source.lines.length) return whole
  switch (node.token.type) {
    case 'fence':
      return elideFence(node, frame?.type === 'fence' ? frame : undefined, source) ?? whole
    case 'table_open':
      return elideTable(node, frame?.type === 'table' ? frame : undefined, source) ?? whole
    case 'paragraph_open':
      return elideParagraph(node, frame?.type === 'paragraph' ? frame : undefined, source) ?? whole
    case 'bullet_list_open':
    case 'ordered_list_open':
      return elideList(node, frame?.type === 'list' ? frame : undefined, source) ?? whole
    default:
      return whole
  }
}

function elideList(
  list: TokenNode,
  frame: ListFrame | undefined,
  source: Source,
): Elided<ListFrame> | undefined {
  const { lines } = source
  const fresh = freshItems(list, frame)
  const last = fresh.at(-1)
  if (last === undefined) return undefined
  const kept = frame ?? {
    type: 'list',
    start: readStart(list),
    items: [],
    hasParagraph: false,
    item: undefined,
  }
  const settled = fresh.slice(0, -1)
  if (settled.length === 0) {
    const inner = elideItem(last, kept.item, source)
    if (inner === undefined) return undefined
    return {
      lines: [...lines.slice(list.start, last.start), ...inner.lines],
      frame: { ...kept, item: inner.frame },
    }
  }
  const marker = MARKER.exec(lines[last.start] ?? '')?.[0]
  if (marker === undefined || list.start === source.markerLine || !areSettled(settled, last, source)) {
    return undefined
  }
  const items = settled.map((item, index) =>
    graftItem(item, index === 0 ? kept.item : undefined, source.read),
  )
  const members = items.filter((item) => item !== MISFIT)
  const inner = elideItem(last, undefined, source)
  return {
    lines: [
      `${marker} ${STAND_IN}`,
      ...(isSpaced(list, source) ? [''] : []),
      ...(inner?.lines ?? lines.slice(last.start)),
    ],
    frame: {
      ...kept,
      items: append(kept.items, members),
      hasParagraph: kept.hasParagraph || members.some(holdsParagraph),
      item: inner?.frame,
    },
  }
}

function elideItem(
  item: TokenNode,
  frame: ItemFrame | undefined,
  source: Source,
): Elided<ItemFrame> | undefined {
  const { lines } = source
  const inside = { ...source, markerLine: item.start }
  const fresh = freshBlocks(item, frame)
  const last = fresh.at(-1)
  if (last === undefined) return undefined
  const settled = fresh.slice(0, -1)
  if (settled.length === 0) {
    const inner = elide(last, frame?.block, inside)
    return {
      lines: [...lines.slice(item.start, last.start), ...inner.lines],
      frame: { blocks: frame?.blocks, block: inner.frame },
    }
  }
  const prefix = ITEM_PREFIX.exec(lines[item.start] ?? '')?.[0]
  const isAlone = item.start !== source.markerLine && item.nodes[0]?.start === item.start
  if (prefix === undefined || !isAlone || !areSettled(settled, last, source)) return undefined
  const blocks = settled.map((child, index) =>
    graft(child, index === 0 ? frame?.block : undefined, source.read),
  )
  const inner = elide(last, undefined, inside)
  const isApart = isAnySpaced(item.nodes, lines)
  return {
    lines: [prefix + STAND_IN, `${' '.repeat(prefix.length)}#`, ...(isApart ? [''] : []), ...inner.lines],
    frame: {
      blocks: [
        ...(frame?.blocks ?? []),
        ...blocks.filter((block) => block !== undefined && block !== MISFIT),
      ],
      block: inner.frame,
    },
  }
}

/** Nothing to come can move the border between the settled nodes and the one behind them. */
function areSettled(settled: readonly TokenNode[], next: TokenNode, { lines }: Source): boolean {
  const isNextDecided = next.start < lines.length - 1 || isDecided(lines[next.start] ?? '')
  // A paragraph has to look at the line behind it; a new item ends it whatever that line goes on to say.
  const isEndedByNext = isNextDecided && /list/.test(next.token.type)
  const isClosed = (node: TokenNode, index: number) =>
    node.isSettled || (isEndedByNext && index === settled.length - 1 && !holdsDefinition(node))
  return isNextDecided && settled.every(isClosed)
}

/** A definition counts once it is certain, and it must not be left out before. */
function holdsDefinition(node: TokenNode): boolean {
  return node.token.type === 'reference_definition' || node.nodes.some(holdsDefinition)
}

/** A blank line between items, or between the blocks of one, makes the whole list loose. */
function isSpaced(list: TokenNode, { lines }: Source): boolean {
  return isAnySpaced(list.nodes, lines) || list.nodes.some((item) => isAnySpaced(item.nodes, lines))
}

function isAnySpaced(nodes: readonly TokenNode[], lines: readonly string[]): boolean {
  return nodes.some((node, index) => index > 0 && lines[node.start - 1]?.trim() === '')
}
