/** The way back from one act. */
export interface UndoEntry {
  /** What was done, as it was said to the reader. */
  readonly text: string
  readonly undo: () => void
}

/** So many acts of a window can be taken back, from the last one on. */
const MOST_ENTRIES = 100

/** What was done in this window and can be taken back, the last act first. */
export interface UndoStack {
  add(entry: UndoEntry): void
  /** It was taken back in another way, or stands no longer. */
  drop(entry: UndoEntry): void
  last(): UndoEntry | undefined
}

export function createUndoStack(): UndoStack {
  let entries: readonly UndoEntry[] = []
  return {
    add: (entry) => (entries = [...entries, entry].slice(-MOST_ENTRIES)),
    drop: (entry) => (entries = entries.filter((other) => other !== entry)),
    last: () => entries.at(-1),
  }
}
