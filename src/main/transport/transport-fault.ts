import type { ProviderError } from './provider-error'
import { walkCauses } from './walk-causes'

/** Everything that can go wrong between us and a provider, as plain data without prompt, key or header. */
export type TransportFault = Where &
  (
    | { readonly kind: NetworkFaultKind }
    /** `no-headers`: never answered. `stalled`: fell silent in the middle of its answer. */
    | { readonly kind: 'no-headers' | 'stalled'; readonly silentSeconds: number }
    | (ProviderError & {
        readonly kind: 'status'
        readonly status: number
        readonly retryAfterSeconds?: number
      })
    /** The provider answered 200 and reported its failure inside the stream. */
    | (ProviderError & { readonly kind: 'error-in-stream'; readonly status?: number })
    /** What came is not what the protocol says. */
    | { readonly kind: 'malformed' }
  )

export type NetworkFaultKind =
  | 'refused'
  | 'dns'
  /** No route, no network, or nobody answered the connection attempt. */
  | 'unreachable'
  | 'tls'
  | 'proxy'
  | 'reset'
  /** The computer slept while bytes were expected. */
  | 'suspended'
  /** The answer pointed elsewhere; a prompt is never carried to another address. */
  | 'redirected'
  | 'unknown'

export interface Where {
  readonly host: string
  /** Bytes of the response's body that came before the fault: above zero, the request was billed. */
  readonly bytesReceived: number
}

interface TransportError extends Error {
  readonly transportFault: TransportFault
}

export function transportError(fault: TransportFault, cause?: unknown): Error {
  const error = new Error(toMessage(fault), cause === undefined ? undefined : { cause })
  return Object.assign(error, { transportFault: fault } satisfies Omit<TransportError, keyof Error>)
}

/** The fault that lies under an error, however deep; undefined when the error is none of the transport's. */
export function toTransportFault(cause: unknown): TransportFault | undefined {
  for (const error of walkCauses(cause)) {
    if (isTransportError(error)) return error.transportFault
  }
  return undefined
}

function isTransportError(error: Error): error is TransportError {
  return 'transportFault' in error
}

function toMessage(fault: TransportFault): string {
  const status = 'status' in fault && fault.status !== undefined ? ` ${fault.status}` : ''
  const code = 'providerCode' in fault && fault.providerCode !== undefined ? ` ${fault.providerCode}` : ''
  return `${fault.kind}${status}${code} (${fault.host}, after ${fault.bytesReceived} bytes)`
}
