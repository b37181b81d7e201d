import type { Grouped } from '../grouped'
import type { Block, Footnote, Inline } from '../tree'

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

/** What a full group holds never changes: it is walked once. */
const known = new WeakMap<readonly Block[], Found>()

/** The notes of a document; the ones of before are kept while they are the same. */
export function collectFootnotes(blocks: Grouped<Block>, before: Footnotes): Footnotes {
  const found = blocks.map(findIn)
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

function findIn(blocks: readonly Block[]): Found {
  const found = known.get(blocks) ?? findAll(blocks)
  known.set(blocks, found)
  return found
}

function findAll(blocks: readonly Block[]): Found {
  const labels: string[] = []
  const notes: Footnote[] = []
  const walkInlines = (inlines: readonly Inline[]) => {
    for (const inline of inlines) {
      if (inline.type === 'footnote-reference') labels.push(inline.label)
      else if ('inlines' in inline) walkInlines(inline.inlines)
    }
  }
  const walk = (block: Block) => {
    if (block.type === 'footnote') notes.push(block)
    if ('inlines' in block) walkInlines(block.inlines)
    else if ('blocks' in block) block.blocks.forEach(walk)
    else if (block.type === 'list') block.items.flat().forEach((item) => item.blocks.forEach(walk))
    else if (block.type === 'table') [block.head, ...block.rows.flat()].flat().forEach(walkInlines)
  }
  blocks.forEach(walk)
  return { labels, notes }
}
