import { isOutOfCredit } from '../transport/out-of-credit'
import { toTransportFault, type TransportFault } from '../transport/transport-fault'

export const MOST_RETRIES = 2

const FIRST_DELAY_MS = 1000
/** A provider that asks for longer is taken at its word, and the user decides. */
const LONGEST_DELAY_MS = 60_000

/**
 * How long to wait before a failed request is made once more, in milliseconds; undefined: not at all.
 * Only a request that nobody answered, or that was turned away, is repeated: it was not billed.
 * `chance` from 0 to 1 spreads the retries of many clients apart.
 */
export function retryDelayMs(cause: unknown, attempt: number, chance: number): number | undefined {
  const fault = toTransportFault(cause)
  if (fault === undefined || attempt > MOST_RETRIES || !isTurnedAway(fault)) return undefined
  const asked = 'retryAfterSeconds' in fault ? fault.retryAfterSeconds : undefined
  const delay = asked === undefined ? FIRST_DELAY_MS * 2 ** (attempt - 1) * (1 + chance) : asked * 1000
  return delay > LONGEST_DELAY_MS ? undefined : delay
}

function isTurnedAway(fault: TransportFault): boolean {
  if (fault.kind === 'refused') return true
  if (fault.kind !== 'status' || isOutOfCredit(fault)) return false
  return fault.status === 429 || fault.status >= 500
}
