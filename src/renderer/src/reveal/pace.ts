/**
 * How many of the waiting characters are due after `elapsedMs`, fractions included. `dueInMs` says by
 * when each of them must be shown, in reading order; `begun` is the part of the first that is paid for.
 *
 * The pace is the slowest even one that is never late: the greatest "so many characters in so much time"
 * over all deadlines. A short queue is typed calmly, a long one faster, and bursts flow into each other,
 * because the next one brings its deadlines before the last one's have passed. It is the rule "Optimal
 * Available" (Yao, Demers and Shenker, 1995): of all plans that are in time for what is known, the flattest.
 */
export function charactersDue(dueInMs: readonly number[], elapsedMs: number, begun = 0): number {
  let due = 0
  for (const [index, inMs] of dueInMs.entries()) {
    const share = elapsedMs < inMs ? elapsedMs / inMs : 1
    due = Math.max(due, (index + 1 - begun) * share)
  }
  return due
}
