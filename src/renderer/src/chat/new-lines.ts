/** What has grown below the view since the reader left the end. */
export interface NewLines {
  readonly count: number
  /** The message that was last when this was counted, its height then, and the lines that were counted before. */
  readonly lastId: string
  readonly height: number
  readonly before: number
}

/** The last message as it is laid out now, in pixels. */
export interface LastMessage {
  readonly id: string
  readonly height: number
  readonly lineHeight: number
}

export function startCounting({ id, height }: LastMessage): NewLines {
  return { count: 0, lastId: id, height, before: 0 }
}

/** Counts the lines of the screen that came. What came stays counted: a text that shrinks takes no line back. */
export function countLines(lines: NewLines, { id, height, lineHeight }: LastMessage): NewLines {
  const from = id === lines.lastId ? lines : { lastId: id, height: 0, before: lines.count }
  const grown = lineHeight > 0 ? Math.round((height - from.height) / lineHeight) : 0
  const count = Math.max(lines.count, from.before + grown)
  return { ...lines, ...from, count }
}

/** The column has another width: the same words now take another height, and none of them is new. */
export function reflowed(lines: NewLines, { id, height }: LastMessage): NewLines {
  return { count: lines.count, lastId: id, height, before: lines.count }
}
