import { toTransportFault } from '../transport/transport-fault'

/** Azure and OpenAI refuse a prompt that their filter does not let through as if it were an invalid request. */
export function isPromptBlocked(cause: unknown): boolean {
  const fault = toTransportFault(cause)
  if (fault?.kind !== 'status') return false
  return fault.providerCode === 'content_filter' || fault.providerCode === 'content_policy_violation'
}
