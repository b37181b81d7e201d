import { ONLY_TEXT } from './decided-line'
import type { Elided, Source } from './elide'
import { STAND_IN, type FenceFrame, type ParagraphFrame, type TableFrame } from './frame'
import { freshContent, joinInlines } from './graft'
import { append } from './grouped'
import { isClosed } from './is-closed'
import { readAlignments, readRows, rowNodes } from './read-blocks'
import type { TokenNode } from './token-node'

/** The complete lines of an open fence are left out. */
export function elideFence(
  node: TokenNode,
  frame: FenceFrame | undefined,
  { lines }: Source,
): Elided<FenceFrame> | undefined {
  const complete = node.token.content.split('\n').slice(0, -1)
  // Blank lines at the end stay: before the next item they would make a list loose.
  const settled = complete.slice(0, complete.findLastIndex((line) => line.trim() !== '') + 1)
  if (settled.length === 0) return undefined
  const [opening = '', ...content] = lines.slice(node.start)
  return {
    lines: [opening, ...content.slice(settled.length)],
    frame: { type: 'fence', lines: append(frame?.lines ?? [], settled) },
  }
}

/** The complete rows of an open table are left out, and its head becomes a small one of as many columns. */
export function elideTable(
  node: TokenNode,
  frame: TableFrame | undefined,
  source: Source,
): Elided<TableFrame> | undefined {
  const { lines, read } = source
  const settled = rowNodes(node).filter((row, index) => index > 0 && row.isSettled && row.end < lines.length)
  const prefix = readPrefix(node, source)
  const end = settled.at(-1)?.end
  if (end === undefined || prefix === undefined) return undefined
  const alignments = frame?.alignments ?? readAlignments(node)
  const [head, ...rows] = readRows(node, read)
  return {
    lines: [
      `${prefix}${`|${STAND_IN}`.repeat(alignments.length)}|`,
      `${' '.repeat(prefix.length)}${'|-'.repeat(alignments.length)}|`,
      ...lines.slice(end),
    ],
    frame: {
      type: 'table',
      alignments,
      head: frame?.head ?? head ?? [],
      rows: append(frame?.rows ?? [], rows.slice(0, settled.length)),
    },
  }
}

/** A paragraph shorter than this is parsed as a whole. */
const SHORT = 80

/** Up to the last place where text may be cut: before a word, or between two Japanese or Chinese characters. */
const UP_TO_CUT = /^.*(?: (?! )|[\u3040-\u30ff\u4e00-\u9fff](?=[\u3040-\u30ff\u4e00-\u9fff]))(?=\S)/

/** The words of an open paragraph are left out up to the last place before which nothing is half-written. */
export function elideParagraph(
  node: TokenNode,
  frame: ParagraphFrame | undefined,
  source: Source,
): Elided<ParagraphFrame> | undefined {
  const { lines, read } = source
  const content = freshContent(node, frame)
  const prefix = readPrefix(node, source)
  const last = lines.at(-1) ?? ''
  const isFirst = node.start === lines.length - 1
  if (content.length < SHORT || prefix === undefined || last.trim() === '') return undefined
  // What begins with a bracket may still become a link reference definition.
  if (lines[node.start]?.charAt(prefix.length) === '[') return undefined

  const text = isFirst ? last.slice(prefix.length) : last.trimStart()
  const before = ONLY_TEXT.test(text) ? (UP_TO_CUT.exec(text)?.[0] ?? '') : ''
  const isInside = before !== '' && !before.includes('|')
  // A line with a bar may still become the head of a table.
  if (!isInside && (isFirst || lines.at(-2)?.includes('|'))) return undefined

  const rest = isInside ? text.slice(before.length) : text
  const open = rest.replace(/[ \t]+$/, '')
  const settled = content.slice(0, content.length - open.length)
  if (open === '' || settled.trim() === '' || !content.endsWith(open) || !isClosed(settled)) return undefined
  return {
    lines: isInside ? [`${prefix}${STAND_IN} ${rest}`] : [prefix + STAND_IN, last],
    frame: { type: 'paragraph', inlines: joinInlines(frame?.inlines ?? [], read(settled, true)) },
  }
}

const SPACES = /^ *(?=\S)/
const SPACES_AND_MARKERS = /^ *(?:(?:[-+*]|\d{1,9}[.)]) {1,4})+(?=\S)/

/** What stands before a block on its first line; undefined when a tab makes its width uncertain. */
function readPrefix(node: TokenNode, { lines, markerLine }: Source): string | undefined {
  const pattern = node.start === markerLine ? SPACES_AND_MARKERS : SPACES
  return pattern.exec(lines[node.start] ?? '')?.[0]
}
