import { grouped } from './grouped'
import { withLineBreaks } from './tables/line-breaks'
import type { TokenNode } from './token-node'
import type { Alignment, Block, Inline, Item, List, Row, Table } from './tree'

/** Reads inline Markdown; of what is not settled, half-written marks stay out of sight. */
export type ReadInlines = (content: string, isSettled: boolean) => readonly Inline[]

/** The block that a node stands for; undefined for what draws nothing, such as a link reference definition. */
export function readBlock(node: TokenNode, read: ReadInlines): Block | undefined {
  const { token } = node
  switch (token.type) {
    case 'paragraph_open':
      return { type: 'paragraph', inlines: readNodes(node, read) }
    case 'heading_open':
      return { type: 'heading', level: Number(token.tag.slice(1)), inlines: readNodes(node, read) }
    case 'fence':
    case 'code_block':
      return {
        type: 'code',
        info: token.info.trim(),
        lines: grouped(toLines(token.content)),
        isSettled: node.isSettled,
      }
    case 'blockquote_open':
      return { type: 'quote', blocks: readAll(node.nodes, read) }
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(node, read)
    case 'table_open':
      return readTable(node, read)
    case 'hr':
      return { type: 'rule' }
    case 'math_block':
      return { type: 'math', tex: token.content, isClosed: token.meta?.isClosed === true }
    case 'footnote_open':
      return { type: 'footnote', label: String(token.meta?.label), blocks: readAll(node.nodes, read) }
    case 'abbreviation':
      return { type: 'abbreviation', label: String(token.meta?.label), title: String(token.meta?.title) }
    default:
      return undefined
  }
}

export function readAll(nodes: readonly TokenNode[], read: ReadInlines): readonly Block[] {
  return nodes.flatMap((node) => readBlock(node, read) ?? [])
}

export function readItem(item: TokenNode, read: ReadInlines): Item {
  return { blocks: readAll(item.nodes, read) }
}

/** The first number of an ordered list. */
export function readStart({ token }: TokenNode): number | undefined {
  return token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : undefined
}

/** Whether a paragraph of one of the items stands apart; markdown-it hides the paragraphs of a tight list. */
export function isLoose(items: readonly TokenNode[]): boolean {
  return items.some((item) =>
    item.nodes.some(({ token }) => token.type === 'paragraph_open' && !token.hidden),
  )
}

function readList(node: TokenNode, read: ReadInlines): List {
  return {
    type: 'list',
    start: readStart(node),
    isTight: !isLoose(node.nodes),
    items: grouped(node.nodes.map((item) => readItem(item, read))),
  }
}

function readTable(node: TokenNode, read: ReadInlines): Table {
  const [head, ...rows] = readRows(node, read)
  const { isSettled } = node
  return { type: 'table', alignments: readAlignments(node), head: head ?? [], rows: grouped(rows), isSettled }
}

/** The nodes of the rows, the head first. */
export function rowNodes(table: TokenNode): readonly TokenNode[] {
  return table.nodes.flatMap((part) => part.nodes)
}

export function readRows(table: TokenNode, read: ReadInlines): readonly Row[] {
  return rowNodes(table).map((row) => row.nodes.map((cell) => withLineBreaks(readNodes(cell, read))))
}

export function readAlignments(table: TokenNode): readonly Alignment[] {
  return (rowNodes(table)[0]?.nodes ?? []).map(({ token }) => {
    const style = token.attrGet('style')
    return (['left', 'center', 'right'] as const).find((side) => style === `text-align:${side}`)
  })
}

function readNodes({ nodes }: TokenNode, read: ReadInlines): readonly Inline[] {
  return nodes.flatMap(({ token, isSettled }) =>
    token.type === 'inline' ? read(token.content, isSettled) : [],
  )
}

/** The lines of a block of code; the last one may be incomplete. */
export function toLines(content: string): readonly string[] {
  if (content === '') return []
  return (content.endsWith('\n') ? content.slice(0, -1) : content).split('\n')
}
