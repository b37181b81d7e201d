import { expect, it } from 'vitest'

import { createWriteAttempts } from './write-attempts'

const refused = (code: string) => () => {
  throw Object.assign(new Error(code), { code })
}

it('tells once of each reason for which the disk refuses: one may be nothing to do about, and the next is', () => {
  const told: string[] = []
  const attempts = createWriteAttempts({
    onRefused: (cause) => told.push(String(cause)),
    onAccepted: () => told.push('accepted'),
  })
  for (const code of ['SQLITE_BUSY', 'SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_FULL']) {
    attempts.attempt('r', refused(code))
  }
  attempts.attempt('r', () => undefined)
  expect(told).toEqual(['Error: SQLITE_BUSY', 'Error: SQLITE_FULL', 'accepted'])
})

it('tells that the disk takes everything again when nothing waits that it refused: what a bug broke does not', () => {
  const told: string[] = []
  const attempts = createWriteAttempts({
    onRefused: (cause) => told.push(String(cause)),
    onAccepted: () => told.push('accepted'),
  })
  for (const id of ['r', 's', 't']) attempts.attempt(id, refused('SQLITE_FULL'))
  attempts.attempt('s', () => undefined)
  expect(() => attempts.attempt('r', refused('a bug'))).toThrow('a bug')
  expect([told, ['r', 's', 't'].map(attempts.stateOf)]).toEqual([
    ['Error: SQLITE_FULL'],
    ['broken', 'ready', 'refused'],
  ])
  attempts.attempt('t', () => undefined)
  expect(told).toEqual(['Error: SQLITE_FULL', 'accepted'])
})
