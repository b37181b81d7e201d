/** Calls `run` once after so many milliseconds, unless the returned function is called before. */
export type Timer = (milliseconds: number, run: () => void) => () => void

/** One thing to be done later, and not twice. */
export interface Alarm {
  /** Rings after so many milliseconds; one that is set already keeps its time. */
  set(milliseconds: number): void
  cancel(): void
}

export function createAlarm(timer: Timer, ring: () => void): Alarm {
  let stop: (() => void) | undefined

  function set(milliseconds: number): void {
    stop ??= timer(milliseconds, () => {
      stop = undefined
      ring()
    })
  }

  function cancel(): void {
    stop?.()
    stop = undefined
  }

  return { set, cancel }
}
