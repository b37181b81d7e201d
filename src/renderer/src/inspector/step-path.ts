import type { CurvePoint } from './curve'

/** From values to the units of the drawing. */
export interface Projection {
  readonly toX: (atMs: number) => number
  readonly toY: (sum: number) => number
}

/** A sum stays until the next chunk and then jumps, so it is drawn as steps, on to `untilMs`. */
export function toStepPath(points: readonly CurvePoint[], untilMs: number, { toX, toY }: Projection): string {
  const steps = points.map(({ atMs, sum }) => `H${round(toX(atMs))}V${round(toY(sum))}`)
  return `M${round(toX(0))} ${round(toY(0))}${steps.join('')}H${round(toX(untilMs))}`
}

/** A tenth of a pixel is finer than a screen, and keeps the path short. */
function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10
}
