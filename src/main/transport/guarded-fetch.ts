import { SYSTEM_CLOCK, type Clock } from './clock'
import { guardBody } from './guarded-body'
import { toNetworkFaultKind } from './network-fault-kind'
import { settleUnlessAborted } from './settle-unless-aborted'
import { toStatusError } from './status-error'
import { toTransportFault, transportError } from './transport-fault'
import { withBody } from './with-body'

type Fetch = typeof globalThis.fetch

export interface TransportLimits {
  /** Milliseconds until the first byte of an answer. Thinking models take their time. */
  readonly headersMs: number
  /** Milliseconds of silence in the middle of an answer. */
  readonly idleMs: number
}

export interface GuardedFetchOptions {
  readonly fetch: Fetch
  readonly limits: TransportLimits
  readonly clock?: Clock
}

/**
 * The floor under every provider class: a fetch that ends. It rejects with a `TransportFault` (or the caller's own
 * abort reason) when nothing comes, when the stream falls silent or breaks, and when the status is not 2xx; the
 * provider's own words are kept. An abort closes the socket at once. It never retries.
 */
export function createGuardedFetch(options: GuardedFetchOptions): Fetch {
  const { fetch, limits, clock = SYSTEM_CLOCK } = options
  return async (input, init) => {
    const { host } = new URL(input instanceof Request ? input.url : input)
    const callers = init?.signal ?? (input instanceof Request ? input.signal : undefined)
    const { abort, unlink } = linkAbort(callers)
    const cancelTimer = clock.after(limits.headersMs, () => {
      const silentSeconds = limits.headersMs / 1000
      abort.abort(transportError({ kind: 'no-headers', silentSeconds, host, bytesReceived: 0 }))
    })
    try {
      abort.signal.throwIfAborted()
      // A redirect would carry the prompt, and a key in a header of its own, to another address.
      const request = { ...init, redirect: 'error' as const, signal: abort.signal }
      const response = await settleUnlessAborted(fetch(input, request), abort.signal)
      cancelTimer()
      const body =
        response.body &&
        guardBody(response.body, { host, idleMs: limits.idleMs, clock, abort, onEnd: unlink })
      if (!response.ok) throw await toStatusError({ response, body, host, nowEpoch: clock.epoch() })
      if (!body) unlink()
      return body ? withBody(response, body) : response
    } catch (cause) {
      cancelTimer()
      unlink()
      if (callers?.aborted) throw callers.reason
      if (toTransportFault(cause)) throw cause
      if (abort.signal.aborted) throw abort.signal.reason
      throw transportError({ kind: toNetworkFaultKind(cause), host, bytesReceived: 0 }, cause)
    }
  }
}

/** Our own switch, thrown whenever the caller's is. `AbortSignal.any` would keep every request alive as long as it. */
function linkAbort(callers: AbortSignal | null | undefined) {
  const abort = new AbortController()
  const onAbort = () => abort.abort(callers?.reason)
  if (callers?.aborted) onAbort()
  callers?.addEventListener('abort', onAbort, { once: true })
  return { abort, unlink: () => callers?.removeEventListener('abort', onAbort) }
}
