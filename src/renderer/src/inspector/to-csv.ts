import type { Arrival } from '#shared/arrival'

const COLUMNS = ['index', 'at_ms', 'gap_ms', 'kind', 'length']

/**
 * One line per chunk as RFC 4180 has it: a header, CRLF, numbers with a point in every language. No field can hold a
 * comma or a quote, so none is quoted. The words are not in it, so that it can be shown to others.
 */
export function toCsv(arrivals: readonly Arrival[]): string {
  const lines = arrivals.map(({ atMs, kind, length }, index) =>
    [index + 1, atMs, gapBefore(arrivals, index) ?? '', kind, length].join(','),
  )
  return [COLUMNS.join(','), ...lines, ''].join('\r\n')
}

/** Milliseconds since the chunk before, to the microsecond that main measures; undefined for the first chunk. */
export function gapBefore(arrivals: readonly Arrival[], index: number): number | undefined {
  const [before, here] = [arrivals[index - 1], arrivals[index]]
  if (before === undefined || here === undefined) return undefined
  return Math.max(0, Math.round((here.atMs - before.atMs) * 1_000) / 1_000)
}
