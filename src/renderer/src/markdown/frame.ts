import type { Grouped } from './grouped'
import type { Alignment, Block, Inline, Item, Row } from './tree'

/**
 * What is settled inside a block that is still open. Its source is left out of the text that is parsed again; a
 * stand-in keeps its place there, and the views get both parts as one.
 */
export type Frame = ListFrame | FenceFrame | TableFrame | ParagraphFrame

export interface ListFrame {
  readonly type: 'list'
  readonly start: number | undefined
  readonly items: Grouped<Item>
  /** Whether one of the settled items holds a paragraph of its own. */
  readonly hasParagraph: boolean
  /** What is settled inside the first item that is not. */
  readonly item: ItemFrame | undefined
}

export interface ItemFrame {
  /** Settled blocks are left out; undefined while there are none. */
  readonly blocks: readonly Block[] | undefined
  /** What is settled inside the first block that is not. */
  readonly block: Frame | undefined
}

export interface FenceFrame {
  readonly type: 'fence'
  readonly lines: Grouped<string>
}

export interface TableFrame {
  readonly type: 'table'
  readonly alignments: readonly Alignment[]
  readonly head: Row
  readonly rows: Grouped<Row>
}

export interface ParagraphFrame {
  readonly type: 'paragraph'
  readonly inlines: readonly Inline[]
}

/** A word which stands for settled text. */
export const STAND_IN = 'x'
