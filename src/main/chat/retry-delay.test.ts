import { describe, expect, it } from 'vitest'

import { type TransportFault, transportError } from '../transport/transport-fault'
import { retryDelayMs } from './retry-delay'

const at = { host: 'api.example', bytesReceived: 0 }
const delay = (fault: TransportFault, attempt = 1) => retryDelayMs(transportError(fault), attempt, 0)

describe('retryDelayMs', () => {
  it('doubles from one second, at most twice, and spreads by chance', () => {
    expect([1, 2, 3].map((attempt) => delay({ kind: 'refused', ...at }, attempt))).toEqual([
      1000,
      2000,
      undefined,
    ])
    expect(retryDelayMs(transportError({ kind: 'refused', ...at }), 1, 0.5)).toBe(1500)
  })

  it('waits as long as the provider asked, up to a minute', () => {
    const limited = { kind: 'status', status: 429, ...at } as const
    expect(delay({ ...limited, retryAfterSeconds: 7 })).toBe(7000)
    expect(delay({ ...limited, retryAfterSeconds: 60 })).toBe(60_000)
    expect(delay({ ...limited, retryAfterSeconds: 61 })).toBeUndefined()
  })

  it.each([429, 500, 502, 503, 504])('repeats after status %i', (status) => {
    expect(delay({ kind: 'status', status, ...at })).toBe(1000)
  })

  it('does not repeat what is refused until somebody pays, whatever its status', () => {
    const refused = { kind: 'status', status: 429, providerCode: 'insufficient_quota', ...at } as const
    expect(delay({ ...refused, retryAfterSeconds: 1 })).toBeUndefined()
  })

  it.each([400, 401, 403, 404])('does not repeat after status %i, which would come again', (status) => {
    expect(delay({ kind: 'status', status, ...at })).toBeUndefined()
  })

  it.each(['reset', 'malformed', 'suspended', 'tls', 'proxy', 'unknown'] as const)(
    'does not repeat after %s: it may have been billed, or would come again',
    (kind) => {
      expect(delay({ kind, ...at })).toBeUndefined()
      expect(delay({ kind: 'stalled', silentSeconds: 60, ...at })).toBeUndefined()
    },
  )

  it('does not repeat what is not the transport’s', () => {
    expect(retryDelayMs(new Error('a bug'), 1, 0)).toBeUndefined()
  })
})
