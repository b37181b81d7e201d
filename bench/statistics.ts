/** The value below which `share` (0 to 1) of the samples lie: nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5)
}

export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export function toSpread(samples: readonly number[]): Spread {
  const at = (share: number): number => toTenths(percentile(samples, share))
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function toTenths(value: number): number {
  return Math.round(value * 10) / 10
}

export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100
}
