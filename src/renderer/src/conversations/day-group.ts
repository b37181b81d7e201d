/** Under which heading a conversation stands in the list. */
export type DayGroup =
  | { readonly kind: 'today' | 'yesterday' | 'week' }
  /** The first day of the month, in milliseconds since the epoch. */
  | { readonly kind: 'month'; readonly month: number }

/** By the reader's own calendar, on which a day may have 23 or 25 hours. What lies in the future is of today. */
export function dayGroupOf(at: number, now: number): DayGroup {
  if (at >= startOfDay(now, 0)) return { kind: 'today' }
  if (at >= startOfDay(now, 1)) return { kind: 'yesterday' }
  if (at >= startOfDay(now, 7)) return { kind: 'week' }
  const date = new Date(at)
  return { kind: 'month', month: new Date(date.getFullYear(), date.getMonth()).getTime() }
}

function startOfDay(now: number, daysBefore: number): number {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysBefore).getTime()
}
