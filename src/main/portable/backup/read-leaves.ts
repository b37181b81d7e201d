import type { SqlValue } from '../../conversations/connect'
import { openPages, type Pages } from './pages'
import { readRecord, readVarint } from './read-record'

/** A row as it lies on a page. */
export interface FoundRow {
  readonly rowId: number
  readonly values: readonly SqlValue[]
}

const LEAF_OF_TABLE = 0x0d

/**
 * Every row of every table of a SQLite file, read page by page and without any index or schema, so that a damaged page
 * costs no more than what lies on it. Rows come from all tables alike: the caller knows them by their shape.
 */
export function* readLeaves(file: string): Generator<FoundRow, void> {
  const pages = openPages(file)
  try {
    const free = freePages(pages)
    for (let number = 1; number <= pages.count; number += 1) {
      const page = free.has(number) ? undefined : pages.read(number)
      if (page !== undefined) yield* rowsOn(page, number === 1 ? 100 : 0, pages)
    }
  } finally {
    pages.close()
  }
}

function* rowsOn(page: Buffer, start: number, pages: Pages): Generator<FoundRow, void> {
  if (page[start] !== LEAF_OF_TABLE) return
  const cells = page.readUInt16BE(start + 3)
  for (let index = 0; index < cells; index += 1) {
    const place = start + 8 + index * 2
    if (place + 2 > page.length) return
    const row = readCell(page, page.readUInt16BE(place), pages)
    if (row !== undefined) yield row
  }
}

function readCell(page: Buffer, at: number, pages: Pages): FoundRow | undefined {
  try {
    const size = readVarint(page, at)
    const rowId = readVarint(page, size.end)
    return {
      rowId: rowId.value,
      values: readRecord(readPayload(pages, page, { at: rowId.end, size: size.value })),
    }
  } catch (cause) {
    // Bytes that are no record: its neighbours are read.
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

interface Extent {
  readonly at: number
  readonly size: number
}

/** A long record goes on in a chain of pages of its own. */
function readPayload(pages: Pages, page: Buffer, { at, size }: Extent): Buffer {
  const { usable, count } = pages
  const here = localBytes(size, usable)
  const parts = [page.subarray(at, at + here)]
  let missing = size - here
  if (missing > count * usable) throw new RangeError('longer than the file')
  let next = missing > 0 ? page.readUInt32BE(at + here) : 0
  while (missing > 0) {
    const chained = next === 0 ? undefined : pages.read(next)
    if (chained === undefined) throw new RangeError('the chain is broken')
    const part = chained.subarray(4, Math.min(usable, 4 + missing))
    parts.push(part)
    missing -= part.length
    next = chained.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

/** As the file format lays it down. */
function localBytes(size: number, usable: number): number {
  if (size <= usable - 35) return size
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const most = least + ((size - least) % (usable - 4))
  return most <= usable - 35 ? most : least
}

/** Pages that were given back still hold what was deleted; the file lists them, if its header can be read. */
function freePages(pages: Pages): ReadonlySet<number> {
  const free = new Set<number>()
  let trunk = pages.read(1)?.readUInt32BE(32) ?? 0
  while (trunk > 0 && trunk <= pages.count && !free.has(trunk)) {
    free.add(trunk)
    const page = pages.read(trunk)
    if (page === undefined) break
    const leaves = Math.min(page.readUInt32BE(4), page.length / 4 - 2)
    for (let index = 0; index < leaves; index += 1) free.add(page.readUInt32BE(8 + index * 4))
    trunk = page.readUInt32BE(0)
  }
  return free
}
