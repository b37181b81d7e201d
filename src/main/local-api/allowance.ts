/** So many at once, and so many a minute in the long run. */
export interface AllowanceOptions {
  readonly perMinute: number
  /** Milliseconds, of any beginning. */
  readonly now: () => number
}

export interface Allowance {
  /** Takes one; undefined when there was one, else the seconds until there is. */
  take(): number | undefined
}

/** A token bucket that is full at first. */
export function createAllowance({ perMinute, now }: AllowanceOptions): Allowance {
  const perMs = perMinute / 60_000
  let left = perMinute
  let at = now()
  return {
    take: () => {
      const time = now()
      left = Math.min(perMinute, left + (time - at) * perMs)
      at = time
      if (left < 1) return Math.ceil((1 - left) / perMs / 1000)
      left -= 1
      return undefined
    },
  }
}
