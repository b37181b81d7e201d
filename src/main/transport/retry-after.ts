/** Seconds that a `Retry-After` header asks for, given as a number or as a date; undefined when it says neither. */
export function toRetryAfterSeconds(headers: Headers, nowEpoch: number): number | undefined {
  const asked = headers.get('retry-after')?.trim()
  if (!asked) return undefined
  if (/^\d+$/.test(asked)) return Number(asked)
  const until = Date.parse(asked)
  if (Number.isNaN(until)) return undefined
  // Both dates are the server's, so a computer whose clock is wrong still waits the right time.
  const serverNow = Date.parse(headers.get('date') ?? '')
  return Math.max(0, Math.ceil((until - (Number.isNaN(serverNow) ? nowEpoch : serverNow)) / 1000))
}
