import { z } from 'zod'

import type { NetworkFaultKind, TransportFault } from '../transport-fault'

const NETWORK_FAULTS = {
  refused: 'refused',
  dns: 'dns',
  unreachable: 'unreachable',
  tls: 'tls',
  proxy: 'proxy',
  reset: 'reset',
  suspended: 'suspended',
  redirected: 'redirected',
  unknown: 'unknown',
} as const satisfies { readonly [Kind in NetworkFaultKind]: Kind }

const where = { host: z.string(), bytesReceived: z.int().nonnegative() }

const words = {
  providerCode: z.string().exactOptional(),
  providerReason: z.string().exactOptional(),
  providerMessage: z.string().exactOptional(),
}

/** A `TransportFault` as a recording holds it. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(NETWORK_FAULTS), ...where }),
  z.object({ kind: z.enum(['no-headers', 'stalled']), silentSeconds: z.number(), ...where }),
  z.object({
    kind: z.literal('status'),
    status: z.int(),
    retryAfterSeconds: z.number().exactOptional(),
    ...words,
    ...where,
  }),
  z.object({ kind: z.literal('error-in-stream'), status: z.int().exactOptional(), ...words, ...where }),
  z.object({ kind: z.literal('malformed'), ...where }),
]) satisfies z.ZodType<TransportFault>
