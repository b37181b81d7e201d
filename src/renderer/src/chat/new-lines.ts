/** What has grown below the view since the reader left the end. */
export interface NewLines {
  readonly count: number
  /** The message that was last when this was counted, its height then, and the lines that were counted before. */
  readonly lastId: string
  readonly height: number
  readonly before: number
  /** Whether it was still being written: only what is written is new, and not what is unfolded or laid out. */
  readonly isWritten: boolean
}

/** The last message as it is laid out now, in pixels. */
export interface LastMessage {
  readonly id: string
  readonly height: number
  readonly lineHeight: number
  readonly isWritten: boolean
}

export function startCounting({ id, height, isWritten }: LastMessage): NewLines {
  return { count: 0, lastId: id, height, before: 0, isWritten }
}

/** Counts the lines of the screen that came. What came stays counted: a text that shrinks takes no line back. */
export function countLines(lines: NewLines, last: LastMessage): NewLines {
  const { id, height, lineHeight, isWritten } = last
  // Its last lines come with its end.
  if (!isWritten && !lines.isWritten) return reflowed(lines, last)
  const from = id === lines.lastId ? lines : { lastId: id, height: 0, before: lines.count }
  const grown = lineHeight > 0 ? Math.round((height - from.height) / lineHeight) : 0
  const count = Math.max(lines.count, from.before + grown)
  return { ...lines, ...from, count, isWritten }
}

/** The same words now take another height, and none of them is new: the column has another width, or something unfolded. */
export function reflowed(lines: NewLines, { id, height, isWritten }: LastMessage): NewLines {
  return { count: lines.count, lastId: id, height, before: lines.count, isWritten }
}
