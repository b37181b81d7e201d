import type { Grouped } from '../grouped'
import type { Abbreviation, Block, Inline, Item, Row } from '../tree'
import { toPattern } from './to-pattern'

/** A document in which the words that it defines carry their meaning. */
export interface Abbreviated {
  readonly blocks: Grouped<Block>
  /** The blocks that it was made of. */
  readonly source: Grouped<Block>
  /** The first definition of each word. */
  readonly definitions: readonly Abbreviation[]
  /** What was made of each part with these definitions: a part that stays the same is not made again. */
  readonly made: WeakMap<object, unknown>
}

export const NOT_ABBREVIATED: Abbreviated = { blocks: [], source: [], definitions: [], made: new WeakMap() }

/** Marks the words that are defined anywhere in the document; a part that holds none keeps its identity. */
export function abbreviate(source: Grouped<Block>, before: Abbreviated): Abbreviated {
  if (source === before.source) return before
  const found = collectDefinitions(source)
  if (found.length === 0) return { ...NOT_ABBREVIATED, blocks: source, source }
  const isSame =
    found.length === before.definitions.length &&
    found.every((definition, index) => definition === before.definitions[index])
  const { definitions, made } = isSame ? before : { definitions: found, made: new WeakMap<object, unknown>() }
  return { blocks: createMarker(definitions, made)(source), source, definitions, made }
}

/** What a group of blocks defines: one that is full is walked once. */
const known = new WeakMap<readonly Block[], readonly Abbreviation[]>()

function collectDefinitions(blocks: Grouped<Block>): readonly Abbreviation[] {
  const first = new Map<string, Abbreviation>()
  for (const definition of blocks.flatMap(definitionsIn)) {
    if (!first.has(definition.label)) first.set(definition.label, definition)
  }
  return [...first.values()]
}

function definitionsIn(group: readonly Block[]): readonly Abbreviation[] {
  const definitions = known.get(group) ?? group.filter((block) => block.type === 'abbreviation')
  known.set(group, definitions)
  return definitions
}

function createMarker(
  definitions: readonly Abbreviation[],
  made: WeakMap<object, unknown>,
): (blocks: Grouped<Block>) => Grouped<Block> {
  const titles = new Map(definitions.map(({ label, title }) => [label, title]))
  const pattern = toPattern([...titles.keys()])

  function once<Part extends object>(part: Part, make: (part: Part) => Part): Part {
    const known = made.get(part) as Part | undefined
    if (known !== undefined) return known
    const result = make(part)
    made.set(part, result)
    return result
  }

  function each<Part>(parts: readonly Part[], mark: (part: Part) => Part): readonly Part[] {
    return once(parts, () => {
      const marked = parts.map(mark)
      return marked.every((part, index) => part === parts[index]) ? parts : marked
    })
  }

  function markInlines(inlines: readonly Inline[]): readonly Inline[] {
    return once(inlines, () => {
      const marked = inlines.flatMap(markInline)
      const isSame = marked.length === inlines.length && marked.every((inline, at) => inline === inlines[at])
      return isSame ? inlines : marked
    })
  }

  function markInline(inline: Inline): readonly Inline[] {
    if (inline.type === 'text') return markText(inline.text) ?? [inline]
    if (!('inlines' in inline)) return [inline]
    const inlines = markInlines(inline.inlines)
    return [inlines === inline.inlines ? inline : { ...inline, inlines }]
  }

  function markText(text: string): readonly Inline[] | undefined {
    const parts: Inline[] = []
    let end = 0
    for (const { 0: word, index } of text.matchAll(pattern)) {
      if (index > end) parts.push({ type: 'text', text: text.slice(end, index) })
      parts.push({ type: 'abbreviated', text: word, title: titles.get(word) ?? '' })
      end = index + word.length
    }
    if (parts.length === 0) return undefined
    if (end < text.length) parts.push({ type: 'text', text: text.slice(end) })
    return parts
  }

  const markRow = (row: Row): Row => each(row, markInlines)
  const markItem = (item: Item): Item => {
    const blocks = each(item.blocks, markBlock)
    return blocks === item.blocks ? item : { ...item, blocks }
  }

  function markBlock(block: Block): Block {
    return once(block, () => {
      if ('inlines' in block) {
        const inlines = markInlines(block.inlines)
        return inlines === block.inlines ? block : { ...block, inlines }
      }
      if ('blocks' in block) {
        const blocks = each(block.blocks, markBlock)
        return blocks === block.blocks ? block : { ...block, blocks }
      }
      if (block.type === 'list') {
        const items = each(block.items, (group) => each(group, markItem))
        return items === block.items ? block : { ...block, items }
      }
      if (block.type !== 'table') return block
      const head = markRow(block.head)
      const rows = each(block.rows, (group) => each(group, markRow))
      return head === block.head && rows === block.rows ? block : { ...block, head, rows }
    })
  }

  return (blocks) => each(blocks, (group) => each(group, markBlock))
}
