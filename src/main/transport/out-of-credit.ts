import type { TransportFault } from './transport-fault'

/** Anthropic has no code of its own for it. */
const ANTHROPIC = /credit balance is too low/i

/**
 * Whether a provider refuses because the account has no money left, or has reached a limit of its own. OpenAI says so by
 * `insufficient_quota` under the status of too many requests, Anthropic by a sentence, others by 402, Payment Required:
 * unlike after too many requests, the same request is refused until somebody pays.
 */
export function isOutOfCredit(fault: TransportFault): boolean {
  if (fault.kind !== 'status' && fault.kind !== 'error-in-stream') return false
  const { status, providerCode, providerMessage = '' } = fault
  return status === 402 || providerCode === 'insufficient_quota' || ANTHROPIC.test(providerMessage)
}
