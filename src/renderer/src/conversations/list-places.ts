import type { ListLine } from './list-lines'

/** Where a line stands among those beside it: of one folder, or of no folder. */
export interface ListPlace {
  /** From 1. */
  readonly position: number
  readonly setSize: number
  /** The heading right above it, which is heard with it. */
  readonly headingKey?: string
}

/** The place of every line that is no heading, by its key. */
export function listPlaces(lines: readonly ListLine[]): ReadonlyMap<string, ListPlace> {
  /** The lines beside each other, on each depth, of the folders that are open at this point. */
  const open: string[][] = []
  const places = new Map<string, Omit<ListPlace, 'setSize'> & { readonly beside: readonly string[] }>()
  let headingKey: string | undefined
  for (const line of lines) {
    if (line.kind === 'heading') {
      headingKey = line.key
      continue
    }
    open.length = line.depth + 1
    const beside = (open[line.depth] ??= [])
    beside.push(line.key)
    places.set(line.key, { position: beside.length, beside, ...(headingKey !== undefined && { headingKey }) })
    headingKey = undefined
  }
  return new Map(
    [...places].map(([key, { beside, ...place }]) => [key, { ...place, setSize: beside.length }]),
  )
}
