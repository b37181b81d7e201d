import { elide } from './elide'
import type { Frame } from './frame'
import { graft, MISFIT } from './graft'
import { append, countMembers, type Grouped } from './grouped'
import { parseBlocks } from './parse-blocks'
import type { ReadInlines } from './read-blocks'
import { isMissing, redo, type Settled, type Waiting } from './redo'
import { extend, findSettled, readWith, type References } from './references'
import { toNodes, type TokenNode } from './token-node'
import type { Block } from './tree'

/** What is known of a text that grows: its settled blocks, and the source of the one that is still open. */
export interface Growth {
  readonly settled: Settled
  readonly references: References
  readonly open: Open
}

interface Open {
  /** Everything behind the settled blocks. */
  readonly source: string
  /** The same without what is settled inside the open block: all that is parsed again. */
  readonly rest: string
  readonly frame: Frame | undefined
  /** The labels which the settled part of the open block misses. */
  readonly missed: ReadonlySet<string>
}

export interface Grown {
  readonly growth: Growth
  /** The settled blocks, then the open ones as they stand now. */
  readonly blocks: Grouped<Block>
}

export const NO_GROWTH: Growth = {
  settled: { blocks: [], waiting: [] },
  references: {},
  open: toOpen(''),
}

/** The text has grown, and may grow further. */
export function grow({ open, ...known }: Growth, chunk: string): Grown {
  return settle({ ...known, open: { ...open, source: open.source + chunk, rest: open.rest + chunk } })
}

/** The text is at its end: what is open means what it says. */
export function end({ open, ...known }: Growth, chunk: string): Grouped<Block> {
  return finish({ ...known, open: { ...open, source: open.source + chunk, rest: open.rest + chunk } })
}

function finish(growth: Growth): Grouped<Block> {
  const { open, settled } = growth
  const found = extend(growth.references)
  const parsed = { ...parseBlocks(open.rest, { references: found }), certain: Infinity }
  const defined = findSettled(found, parsed)
  const references = { ...growth.references, ...defined }
  const blocks = isMissing(open.missed, defined) ? MISFIT : graftAll(toNodes(parsed), open.frame, references)
  if (blocks === MISFIT) return finish(wholeAgain(growth))
  return append(redo(settled, references, defined).blocks, blocks)
}

function settle(growth: Growth): Grown {
  const { open } = growth
  const found = extend(growth.references)
  const parsed = parseBlocks(open.rest, { references: found })
  const defined = findSettled(found, parsed)
  const references = { ...growth.references, ...defined }
  const nodes = toNodes(parsed)
  const firstOpen = nodes.findIndex((node) => !node.isSettled)
  const done = firstOpen === -1 ? nodes : nodes.slice(0, firstOpen)
  const left = nodes.slice(done.length)

  const before = redo(growth.settled, references, defined)
  const settled = isMissing(open.missed, defined) ? MISFIT : addBlocks(before, done, { open, references })
  const shown = graftAll(left, done.length === 0 ? open.frame : undefined, references)
  if (settled === MISFIT || shown === MISFIT) return settle(wholeAgain(growth))

  const lines = open.rest.split('\n')
  const start = left[0]?.start ?? lines.length - 1
  const next = done.length === 0 && open.frame !== undefined ? open : toOpen(lines.slice(start).join('\n'))
  return {
    growth: { settled, references, open: spare(next, left, { lines, references }) },
    blocks: append(settled.blocks, shown),
  }
}

function toOpen(source: string): Open {
  return { source, rest: source, frame: undefined, missed: new Set() }
}

/** Only when the open block has turned into something else, or one of its settled words into a link. */
function wholeAgain(growth: Growth): Growth {
  return { ...growth, open: toOpen(growth.open.source) }
}

function graftAll(
  nodes: readonly TokenNode[],
  frame: Frame | undefined,
  references: References,
): readonly Block[] | typeof MISFIT {
  const read = readWith(references)
  const blocks = nodes.map((node, index) => graft(node, index === 0 ? frame : undefined, read))
  return blocks.includes(MISFIT) ? MISFIT : blocks.filter((block) => block !== undefined && block !== MISFIT)
}

interface Around {
  readonly open: Open
  readonly references: References
}

function addBlocks(
  settled: Settled,
  done: readonly TokenNode[],
  { open, references }: Around,
): Settled | typeof MISFIT {
  const added: Block[] = []
  const waiting: Waiting[] = []
  const count = countMembers(settled.blocks)
  for (const [index, node] of done.entries()) {
    const missed = new Set(index === 0 ? open.missed : [])
    const block = graft(node, index === 0 ? open.frame : undefined, readWith(references, missed))
    if (block === MISFIT) return MISFIT
    if (block === undefined) continue
    if (missed.size > 0) {
      const source = sliceSource(open, index === 0 ? 0 : node.start, node.end)
      waiting.push({ place: count + added.length, source, missed })
    }
    added.push(block)
  }
  return { blocks: append(settled.blocks, added), waiting: [...settled.waiting, ...waiting] }
}

/** The source of some lines of what is parsed, with everything that was left out of its first block. */
function sliceSource({ source, rest }: Open, start: number, end: number): string {
  const lines = rest.split('\n')
  const behind = (line: number) => lines.slice(line).join('\n').length
  return source.slice(start === 0 ? 0 : source.length - behind(start), source.length - behind(end))
}

interface Parsed {
  readonly lines: readonly string[]
  readonly references: References
}

function spare(open: Open, [node, ...others]: readonly TokenNode[], { lines, references }: Parsed): Open {
  if (node === undefined || others.length > 0) return open
  const missed = new Set(open.missed)
  const readAny = readWith(references, missed)
  const read: ReadInlines = (content) => readAny(content, true)
  const elided = elide(node, open.frame, { lines, read, markerLine: undefined })
  return { source: open.source, rest: elided.lines.join('\n'), frame: elided.frame, missed }
}
