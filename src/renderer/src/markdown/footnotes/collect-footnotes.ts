import type { Grouped } from '../grouped'
import type { Block, Footnote, Inline, Item, Row } from '../tree'

export interface Footnotes {
  /** In the order of their first references, then those that nothing refers to. */
  readonly notes: readonly Footnote[]
  /** The labels that have a note, each with its number. */
  readonly numbers: ReadonlyMap<string, number>
}

interface Found {
  readonly labels: readonly string[]
  readonly notes: readonly Footnote[]
}

export const NO_FOOTNOTES: Footnotes = { notes: [], numbers: new Map() }

const NOTHING: Found = { labels: [], notes: [] }

/** What a group holds never changes: it is walked once. */
const known = new WeakMap<readonly unknown[], Found>()

/** The notes of a document; the ones of before are kept while they are the same. */
export function collectFootnotes(blocks: Grouped<Block>, before: Footnotes): Footnotes {
  const found = blocks.map(findInBlocks)
  const defined = new Map<string, Footnote>()
  for (const note of found.flatMap(({ notes }) => notes)) {
    if (!defined.has(note.label)) defined.set(note.label, note)
  }
  if (defined.size === 0) return NO_FOOTNOTES
  const labels = new Set([...found.flatMap((group) => group.labels), ...defined.keys()])
  const notes = [...labels].flatMap((label) => defined.get(label) ?? [])
  if (notes.length === before.notes.length && notes.every((note, index) => note === before.notes[index])) {
    return before
  }
  const numbers = notes.map(({ label }, index) => [label, index + 1] as const)
  const isSame =
    numbers.length === before.numbers.size && numbers.every(([label, n]) => before.numbers.get(label) === n)
  return { notes, numbers: isSame ? before.numbers : new Map(numbers) }
}

function findInBlocks(blocks: readonly Block[]): Found {
  return findInEach(blocks, findInBlock)
}

function findInBlock(block: Block): Found {
  if ('inlines' in block) return findInInlines(block.inlines)
  if ('blocks' in block) {
    const inner = findInBlocks(block.blocks)
    return block.type === 'footnote' ? { ...inner, notes: [block, ...inner.notes] } : inner
  }
  if (block.type === 'list') return join(block.items.map((items) => findInEach(items, findInItem)))
  if (block.type === 'table') {
    return join([findInRow(block.head), ...block.rows.map((rows) => findInEach(rows, findInRow))])
  }
  return NOTHING
}

function findInItem({ blocks }: Item): Found {
  return findInBlocks(blocks)
}

function findInRow(row: Row): Found {
  return join(row.map(findInInlines))
}

function findInInlines(inlines: readonly Inline[]): Found {
  return join(
    inlines.map((inline) => {
      if (inline.type === 'footnote-reference') return { labels: [inline.label], notes: [] }
      return 'inlines' in inline ? findInInlines(inline.inlines) : NOTHING
    }),
  )
}

function findInEach<T>(group: readonly T[], findIn: (member: T) => Found): Found {
  const found = known.get(group) ?? join(group.map(findIn))
  known.set(group, found)
  return found
}

function join(all: readonly Found[]): Found {
  const some = all.filter((found) => found !== NOTHING)
  if (some.length < 2) return some[0] ?? NOTHING
  return { labels: some.flatMap(({ labels }) => labels), notes: some.flatMap(({ notes }) => notes) }
}
