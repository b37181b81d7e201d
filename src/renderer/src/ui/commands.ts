import type { CommandId } from '#shared/shortcuts'

/** Something that the reader can do, by name from the palette, or with its keys. */
export interface Command {
  readonly id: CommandId
  /** In the reader's language, beginning with what it does. */
  readonly title: string
  /** Other words for it, which are searched and not shown. */
  readonly keywords?: string
  readonly run: () => void
}

/** What a feature can do at this moment. Read when somebody looks, so that it is never out of date. */
export type ReadCommands = () => readonly Command[]

/** Where features put what they can do, and the palette finds it: neither knows the other. */
export interface Commands {
  /** Returns the function that takes them away again. */
  add(read: ReadCommands): () => void
  /** In the order in which they were added. */
  list(): readonly Command[]
}

export function createCommands(): Commands {
  const readers = new Set<ReadCommands>()
  return {
    add: (read) => {
      readers.add(read)
      return () => readers.delete(read)
    },
    list: () => [...readers].flatMap((read) => read()),
  }
}
