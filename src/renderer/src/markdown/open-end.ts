import type { Grouped } from './grouped'
import type { Ahead, Block, Code, Inline, List, Table } from './tree'

const CARET: Inline = { type: 'caret' }

/**
 * The blocks with a caret where the text that is shown ends. Behind it stands the rest of a word, `ahead` as it was
 * written; should it not be found there, the whole word is shown.
 */
export function withOpenEnd(blocks: Grouped<Block>, ahead: string): Grouped<Block> {
  return replaceLast(blocks, (group) => replaceLast(group, (block) => openBlock(block, ahead)))
}

function openBlock(block: Block, ahead: string): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, inlines: openInlines(block.inlines, ahead) }
    case 'quote':
      return { ...block, blocks: replaceLast(block.blocks, (inner) => openBlock(inner, ahead)) }
    case 'list':
      return openList(block, ahead)
    case 'code':
      return openCode(block, ahead)
    case 'table':
      return openTable(block)
    case 'rule':
    case 'math':
    case 'footnote':
    case 'abbreviation':
      return block
  }
}

function openList(list: List, ahead: string): List {
  const items = replaceLast(list.items, (group) =>
    replaceLast(group, ({ blocks }) => ({
      blocks:
        blocks.length === 0
          ? [{ type: 'paragraph', inlines: [CARET] }]
          : replaceLast(blocks, (block) => openBlock(block, ahead)),
    })),
  )
  return { ...list, items }
}

/** A line of code is not broken between words: what is not shown yet is left out. */
function openCode(code: Code, ahead: string): Code {
  if (code.isSettled) return code
  const cut = (line: string) => (ahead !== '' && line.endsWith(ahead) ? line.slice(0, -ahead.length) : line)
  return { ...code, hasCaret: true, lines: replaceLast(code.lines, (group) => replaceLast(group, cut)) }
}

/** A cell appears as a whole. */
function openTable(table: Table): Table {
  if (table.isSettled) return table
  const rows = replaceLast(table.rows, (group) =>
    replaceLast(group, (row) => {
      const last = row.findLastIndex((cell) => cell.length > 0)
      return row.map((cell, index) => (index === last ? [...cell, CARET] : cell))
    }),
  )
  return { ...table, rows }
}

function openInlines(inlines: readonly Inline[], ahead: string): readonly Inline[] {
  const words = ahead.replace(/\]\([^)\n]*\)|[*_~`]/g, '')
  return (words === '' ? undefined : cut(inlines, words)?.inlines) ?? [...inlines, CARET]
}

interface Cut {
  readonly inlines: readonly Inline[]
  /** What of the words must stand before these. */
  readonly missing: string
}

/** Sets the caret before the words at the end of a run; undefined when these are not all of its end. */
function cut(inlines: readonly Inline[], words: string): Cut | undefined {
  const last = inlines.at(-1)
  if (last === undefined) return { inlines, missing: words }
  const end = cutOne(last, words)
  if (end === undefined) return undefined
  const before = inlines.slice(0, -1)
  if (end.missing === '') return { inlines: [...before, ...end.inlines], missing: '' }
  const earlier = cut(before, end.missing)
  return earlier && { inlines: [...earlier.inlines, ...end.inlines], missing: earlier.missing }
}

function cutOne(inline: Inline, words: string): Cut | undefined {
  if (inline.type === 'text') return cutText(inline.text, words)
  if (inline.type === 'inline-code') return cutCode(inline.text, words)
  if (
    inline.type !== 'emphasis' &&
    inline.type !== 'strong' &&
    inline.type !== 'strike' &&
    inline.type !== 'link'
  )
    return undefined
  const inner = cut(inline.inlines, words)
  return inner && { inlines: [{ ...inline, inlines: inner.inlines }], missing: inner.missing }
}

function cutText(text: string, words: string): Cut | undefined {
  if (words.length > text.length)
    return words.endsWith(text) ? whole({ type: 'text', text }, words, text) : undefined
  if (!text.endsWith(words)) return undefined
  const shown = text.slice(0, text.length - words.length)
  const rest: Inline = { type: 'text', text: words }
  return {
    inlines: [...(shown === '' ? [] : [{ type: 'text', text: shown } as const]), CARET, toAhead(rest)],
    missing: '',
  }
}

function cutCode(text: string, words: string): Cut | undefined {
  if (words.length >= text.length) {
    return words.endsWith(text) ? whole({ type: 'inline-code', text }, words, text) : undefined
  }
  if (!text.endsWith(words)) return undefined
  return { inlines: [{ type: 'inline-code', text: text.slice(0, -words.length), ahead: words }], missing: '' }
}

function whole(inline: Inline, words: string, text: string): Cut {
  const missing = words.slice(0, words.length - text.length)
  return { inlines: [...(missing === '' ? [CARET] : []), toAhead(inline)], missing }
}

function toAhead(inline: Inline): Ahead {
  return { type: 'ahead', inlines: [inline] }
}

function replaceLast<T>(members: readonly T[], replace: (last: T) => T): readonly T[] {
  const last = members.at(-1)
  return last === undefined ? members : members.with(-1, replace(last))
}
