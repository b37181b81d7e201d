import { expect, it } from 'vitest'

import { toTransportFault, transportError, type TransportFault } from './transport-fault'

const FAULT: TransportFault = { kind: 'reset', host: 'example.com', bytesReceived: 3 }

it('finds the fault under the errors that provider classes wrap around it', () => {
  const wrapped = new Error('Connection error.', {
    cause: new TypeError('outer', { cause: transportError(FAULT) }),
  })
  expect(toTransportFault(wrapped)).toEqual(FAULT)
})

it.each([undefined, null, 'reset', FAULT, new Error('other'), { cause: transportError(FAULT) }])(
  'takes nothing else for a fault: %s',
  (cause) => {
    expect(toTransportFault(cause)).toBeUndefined()
  },
)

it('is not led in circles by an error that is its own cause', () => {
  const cause = new Error('round')
  cause.cause = cause
  expect(toTransportFault(cause)).toBeUndefined()
})

it('says in its message what happened and where, for the log', () => {
  const error = transportError({
    kind: 'status',
    status: 503,
    providerCode: 'UNAVAILABLE',
    host: 'example.com',
    bytesReceived: 0,
  })
  expect(error.message).toBe('status 503 UNAVAILABLE (example.com, after 0 bytes)')
})
