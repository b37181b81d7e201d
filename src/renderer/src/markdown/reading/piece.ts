/** The next few characters of a text, and how they are read: one by one, as one thing, or not at all. */
export interface Piece {
  readonly kind: 'seen' | 'whole' | 'unseen'
  /** UTF-16 units. */
  readonly length: number
}

/** What the lines before a place mean for it. */
export interface Surroundings {
  /** The marks that opened the block of code around. */
  readonly fence: string | undefined
  /** What closes the block of math around. */
  readonly math: string | undefined
  readonly isRow: boolean
  /** The backticks that opened the code within this line. */
  readonly backticks: string | undefined
}

export const NOTHING_AROUND: Surroundings = {
  fence: undefined,
  math: undefined,
  isRow: false,
  backticks: undefined,
}

export interface Read {
  readonly piece: Piece
  readonly around: Surroundings
}
