/** What speaks for a text. */
export interface Weight {
  /** How often each word stands in it. */
  readonly hits: readonly number[]
  /** In characters. */
  readonly length: number
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number
}

/** A word that stands so often in a text of the usual length has half of what it can have. */
const HALF_HITS = 1.2
const USUAL_LENGTH = 400
/** After so long, a text has half of what newness can add. */
const HALF_NEW_DAYS = 30
/** What newness can add, beside the 1 that the words can. */
const NEWNESS = 0.6

const DAY_MS = 86_400_000

/** Those first whose words stand often in short texts, and of these the newer ones. */
export function rankBy<Item>(
  items: readonly Item[],
  weigh: (item: Item) => Weight,
  now: number,
): readonly Item[] {
  return items
    .map((item) => {
      const weight = weigh(item)
      return { item, score: relevance(weight) + NEWNESS * newness(weight.at, now), at: weight.at }
    })
    .toSorted((one, other) => other.score - one.score || other.at - one.at)
    .map(({ item }) => item)
}

/** As in BM25, but for how rare a word is: every text has all of them. */
function relevance({ hits, length }: Weight): number {
  if (hits.length === 0) return 0
  const half = HALF_HITS * (0.25 + (0.75 * length) / USUAL_LENGTH)
  return hits.reduce((sum, count) => sum + count / (count + half), 0) / hits.length
}

function newness(at: number, now: number): number {
  const days = Math.max(0, now - at) / DAY_MS
  return HALF_NEW_DAYS / (HALF_NEW_DAYS + days)
}
