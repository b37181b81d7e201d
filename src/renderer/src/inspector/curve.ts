/** A sum that only grows, at one moment. */
export interface CurvePoint {
  readonly atMs: number
  readonly sum: number
}

export interface Curve {
  /** Adds a later point, or one of the same moment. */
  add(point: CurvePoint): void
  /** At most as many as the limit, in order. The last is always the last that was added. */
  read(): readonly CurvePoint[]
}

/**
 * A growing line in bounded memory. Time is cut into slots that keep their last point; when too many are taken, the
 * slots double. So a short stream is kept to the millisecond, and a long one as finely as a screen can draw it.
 */
export function createCurve(limit: number): Curve {
  let slotMs = 1
  let points: CurvePoint[] = []

  function add(point: CurvePoint): void {
    push(points, point)
    while (points.length > limit) widen()
  }

  function push(into: CurvePoint[], point: CurvePoint): void {
    const last = into.at(-1)
    const isSameSlot = last !== undefined && toSlot(last) === toSlot(point)
    if (isSameSlot) into[into.length - 1] = point
    else into.push(point)
  }

  function widen(): void {
    slotMs *= 2
    const kept: CurvePoint[] = []
    for (const point of points) push(kept, point)
    points = kept
  }

  function toSlot({ atMs }: CurvePoint): number {
    return Math.floor(atMs / slotMs)
  }

  return { add, read: () => [...points] }
}

/** The sum at a moment: that of the last point up to it. */
export function sumAt(points: readonly CurvePoint[], atMs: number): number {
  return points.findLast((point) => point.atMs <= atMs)?.sum ?? 0
}
