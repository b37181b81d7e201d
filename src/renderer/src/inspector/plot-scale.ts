export interface PlotScale {
  /** Where the axis ends: the tick at or after the highest value. */
  readonly end: number
  /** From zero to the end, evenly. */
  readonly ticks: readonly number[]
}

/** An axis from zero to a value above it, in steps of 1, 2 or 5 times a power of ten. It stays while the value grows up to its end. */
export function toPlotScale(highest: number, mostSteps: number): PlotScale {
  const roughStep = highest / mostSteps
  const power = 10 ** Math.floor(Math.log10(roughStep))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= roughStep * (1 - 1e-9)) ?? 10
  const step = factor * power
  const steps = Math.ceil(highest / step - 1e-9)
  return { end: steps * step, ticks: Array.from({ length: steps + 1 }, (_, index) => index * step) }
}
