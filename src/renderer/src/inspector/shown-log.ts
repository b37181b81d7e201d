import { createCurve, type Curve, type CurvePoint } from './curve'

/** Finer than any plot of it. */
const MOST_POINTS = 600

/** As many as anybody looks back at; the oldest is forgotten first. */
const MOST_REPLIES = 32

/** Remembers when how much of a reply was shown, in milliseconds since its request. */
export interface ShownLog {
  /**
   * Main says that the reply starts. This is zero on the window's clock: it lies behind main's own zero by the way
   * through the bridge, one or two milliseconds, and by as much the shown line is drawn too early.
   */
  begin(replyId: string): void
  /** So many UTF-16 units of the answer are shown. A reply that did not begin in this window is not timed. */
  note(replyId: string, shownLength: number): void
  /** A reply that goes on after a break has no single zero any more. */
  forget(replyId: string): void
  read(replyId: string): readonly CurvePoint[]
  /** Since the reply began; undefined if it did not begin in this window. */
  elapsedMs(replyId: string): number | undefined
}

interface Entry {
  readonly startedAt: number
  readonly curve: Curve
}

/** `now`: milliseconds on a clock that never jumps. */
export function createShownLog(now: () => number): ShownLog {
  const entries = new Map<string, Entry>()

  function begin(replyId: string): void {
    entries.delete(replyId)
    entries.set(replyId, { startedAt: now(), curve: createCurve(MOST_POINTS) })
    const [oldest] = entries.keys()
    if (entries.size > MOST_REPLIES && oldest !== undefined) entries.delete(oldest)
  }

  function note(replyId: string, shownLength: number): void {
    const entry = entries.get(replyId)
    entry?.curve.add({ atMs: now() - entry.startedAt, sum: shownLength })
  }

  function elapsedMs(replyId: string): number | undefined {
    const entry = entries.get(replyId)
    return entry && now() - entry.startedAt
  }

  return {
    begin,
    note,
    forget: (replyId) => entries.delete(replyId),
    read: (replyId) => entries.get(replyId)?.curve.read() ?? [],
    elapsedMs,
  }
}
