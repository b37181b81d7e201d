/** By then, so many UTF-16 units were there. */
export interface Reached {
  readonly length: number
  /** Milliseconds. */
  readonly at: number
}

/**
 * How long each length that was reached at the source took to be reached at its goal. Both lists are in the order of
 * time, on one clock. Throws when something that set out never came.
 */
export function lagsBetween(source: readonly Reached[], goal: readonly Reached[]): number[] {
  let next = 0
  return source.map(({ length, at }) => {
    while ((goal[next]?.length ?? Infinity) < length) next++
    const reached = goal[next]
    if (reached === undefined) throw new Error(`${length} characters set out and never came.`)
    return reached.at - at
  })
}
