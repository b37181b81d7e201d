import { replaceAt, type Grouped } from './grouped'
import { parseBlocks } from './parse-blocks'
import { readBlock } from './read-blocks'
import { extend, readWith, type References } from './references'
import { toNodes } from './token-node'
import type { Block } from './tree'

/** A settled block that names references which nothing has defined so far. */
export interface Waiting {
  readonly place: number
  readonly source: string
  readonly missed: ReadonlySet<string>
}

export interface Settled {
  readonly blocks: Grouped<Block>
  readonly waiting: readonly Waiting[]
}

/** Reads again just those blocks that wait for one of the new references. */
export function redo(settled: Settled, references: References, defined: References): Settled {
  let { blocks } = settled
  const waiting = settled.waiting.flatMap((block): readonly Waiting[] => {
    if (!isMissing(block.missed, defined)) return [block]
    const { place, source } = block
    const missed = new Set<string>()
    const parsed = { ...parseBlocks(source, { references: extend(references) }), certain: Infinity }
    const node = toNodes(parsed).find(({ token }) => token.type !== 'reference_definition')
    const again = node === undefined ? undefined : readBlock(node, readWith(references, missed))
    if (again !== undefined) blocks = replaceAt(blocks, place, again)
    return missed.size > 0 ? [{ place, source, missed }] : []
  })
  return { blocks, waiting }
}

export function isMissing(missed: ReadonlySet<string>, defined: References): boolean {
  return Object.keys(defined).some((label) => missed.has(label))
}
