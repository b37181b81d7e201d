import type { Grouped } from './grouped'

/** What the views draw: plain data, compared and memoised by identity. */
export type Block =
  Paragraph | Heading | Code | Quote | List | Table | Rule | MathBlock | Footnote | Abbreviation

export interface Paragraph {
  readonly type: 'paragraph'
  readonly inlines: readonly Inline[]
}

export interface Heading {
  readonly type: 'heading'
  readonly level: number
  readonly inlines: readonly Inline[]
}

export interface Code {
  readonly type: 'code'
  /** What stands behind the opening fence, such as `ts title="a.ts"`. */
  readonly info: string
  readonly lines: Grouped<string>
  /** No more lines can come. */
  readonly isSettled: boolean
  /** The text that is shown ends with the last line, and more will come. */
  readonly hasCaret?: boolean
}

export interface Quote {
  readonly type: 'quote'
  readonly blocks: readonly Block[]
}

export interface List {
  readonly type: 'list'
  /** The first number of an ordered list. */
  readonly start: number | undefined
  /** A tight list draws its paragraphs without space between them. */
  readonly isTight: boolean
  readonly items: Grouped<Item>
}

export interface Item {
  readonly blocks: readonly Block[]
}

export interface Table {
  readonly type: 'table'
  readonly alignments: readonly Alignment[]
  readonly head: Row
  readonly rows: Grouped<Row>
  /** No more rows can come. */
  readonly isSettled: boolean
}

export type Alignment = 'left' | 'center' | 'right' | undefined

export type Row = readonly Cell[]

export type Cell = readonly Inline[]

export interface Rule {
  readonly type: 'rule'
}

export interface MathBlock {
  readonly type: 'math'
  readonly tex: string
  /** An open formula is source, as a whole one it is drawn. */
  readonly isClosed: boolean
}

/** What a note says; it is drawn below the text. */
export interface Footnote {
  readonly type: 'footnote'
  readonly label: string
  readonly blocks: readonly Block[]
}

/** What a short word stands for; it is drawn below the text. */
export interface Abbreviation {
  readonly type: 'abbreviation'
  readonly label: string
  readonly title: string
}

export type Inline =
  | Text
  | InlineCode
  | Styled
  | Link
  | Image
  | Break
  | InlineMath
  | FootnoteReference
  | Abbreviated
  | Caret
  | Ahead

export interface Text {
  readonly type: 'text'
  readonly text: string
}

export interface InlineCode {
  readonly type: 'inline-code'
  readonly text: string
  /** What of it is not shown yet, behind the caret. */
  readonly ahead?: string
}

/** A word of the text that a definition explains. The parser makes none: the definition may come later. */
export interface Abbreviated {
  readonly type: 'abbreviated'
  readonly text: string
  readonly title: string
}

export interface Styled {
  readonly type: 'emphasis' | 'strong' | 'strike'
  readonly inlines: readonly Inline[]
}

export interface Link {
  readonly type: 'link'
  readonly href: string
  readonly title: string | undefined
  readonly inlines: readonly Inline[]
}

export interface Image {
  readonly type: 'image'
  readonly source: string
  readonly alt: string
}

export interface Break {
  readonly type: 'soft-break' | 'hard-break'
}

export interface InlineMath {
  readonly type: 'inline-math'
  readonly tex: string
  readonly isDisplay: boolean
}

export interface FootnoteReference {
  readonly type: 'footnote-reference'
  readonly label: string
}

/** Where the text that is shown ends, and more will come. */
export interface Caret {
  readonly type: 'caret'
}

/** The rest of a word: laid out, so that the word stands where it will stay, and not shown yet. */
export interface Ahead {
  readonly type: 'ahead'
  readonly inlines: readonly Inline[]
}
