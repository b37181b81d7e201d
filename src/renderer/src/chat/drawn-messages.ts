/** Fewer messages than this are all drawn: there is nothing to win. */
const MOST_DRAWN_WHOLE = 40
/** Messages beyond each edge of the view, so that a fast wheel finds them there. */
const BEYOND = 6

export interface DrawnOptions {
  readonly count: number
  /** The messages in view, from first to last; undefined before the view has a size. */
  readonly inView: readonly [first: number, last: number] | undefined
  /** Drawn wherever the view is: what has the focus, what a selection ends in, what still arrives. */
  readonly kept: readonly number[]
}

/** Which messages are in the page, by their numbers, in order. */
export function drawnMessages({ count, inView, kept }: DrawnOptions): readonly number[] {
  if (count <= MOST_DRAWN_WHOLE) return range(0, count - 1)
  const near =
    inView === undefined
      ? []
      : range(Math.max(0, inView[0] - BEYOND), Math.min(count - 1, inView[1] + BEYOND))
  const all = new Set([...near, ...kept.filter((index) => index >= 0 && index < count)])
  return [...all].sort((one, other) => one - other)
}

/** What a message of that many characters takes, roughly, until it has been laid out. In pixels. */
export function estimateHeight(characters: number): number {
  return 76 + Math.ceil(characters / 64) * 28
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
