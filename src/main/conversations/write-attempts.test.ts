import { expect, it } from 'vitest'

import { createWriteAttempts } from './write-attempts'

it('tells once of each reason for which the disk refuses: one may be nothing to do about, and the next is', () => {
  const told: string[] = []
  const attempts = createWriteAttempts({
    onRefused: (cause) => told.push(String(cause)),
    onAccepted: () => told.push('accepted'),
  })
  const refused = (code: string) => () => {
    throw Object.assign(new Error(code), { code })
  }
  for (const code of ['SQLITE_BUSY', 'SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_FULL']) {
    attempts.attempt('r', refused(code))
  }
  attempts.attempt('r', () => undefined)
  expect(told).toEqual(['Error: SQLITE_BUSY', 'Error: SQLITE_FULL', 'accepted'])
})
