import { expect, it } from 'vitest'

import { transportError } from '../transport/transport-fault'
import { keyChecks } from './key-checks'
import { toModelFault } from './model-fault'

async function reach(status: number, isListOptional: boolean): Promise<string> {
  const refusal = transportError({ kind: 'status', status, host: 'a.example', bytesReceived: 0 })
  const checks = keyChecks({ missing: () => false, list: () => Promise.reject(refusal), isListOptional })
  const check = checks.find(({ proves }) => proves.includes('network'))
  const run = check?.run(new AbortController().signal) ?? Promise.reject(new Error('no check'))
  return run.then(
    () => 'reached',
    (cause: unknown) => (cause === refusal ? 'refused' : (toModelFault(cause)?.kind ?? 'another failure')),
  )
}

it.each([
  [404, true, 'reached'],
  [405, true, 'reached'],
  [501, true, 'reached'],
  [401, true, 'refused'],
  [500, true, 'refused'],
  [429, false, 'refused'],
  [404, false, 'wrong-address'],
  [405, false, 'wrong-address'],
])('takes status %i of a list (which there need not be: %s) for a server that was %s', async (...said) => {
  const [status, isListOptional, outcome] = said
  expect(await reach(status, isListOptional)).toBe(outcome)
})
