import type { GrowingDocument } from '../growing-document'
import type { Block } from '../tree'
import { textOf } from './text-of'

export interface Unrest {
  /** Shown characters that went away or changed. */
  readonly shrunk: readonly string[]
  /** Blocks that became blocks of another kind. */
  readonly turned: readonly string[]
}

/** What a reader of a stream has seen change after it was shown, block by block. */
export function measureCalm(steps: Iterable<GrowingDocument>): Unrest {
  const shrunk: string[] = []
  const turned: string[] = []
  let before: readonly Block[] = []
  for (const { blocks } of steps) {
    const now = blocks.flat()
    before.forEach((old, index) => {
      const block = now[index]
      if (block === old) return
      if (block?.type !== old.type) turned.push(`${old.type} to ${block?.type ?? 'nothing'}: ${textOf(old)}`)
      else if (!textOf(block).startsWith(textOf(old).trimEnd()))
        shrunk.push(`${textOf(old)} to ${textOf(block)}`)
    })
    before = now
  }
  return { shrunk, turned }
}
