import { expect, it } from 'vitest'

import { createMissingDictionaries } from './missing-dictionaries'

it('tells who looks whether one is missing, until it came or none is wanted', () => {
  const missing = createMissingDictionaries()
  const told: unknown[] = []
  const gone = new AbortController()
  const caller = { tell: (...event: unknown[]) => void told.push(event[1]), gone: gone.signal }
  expect(missing.handlers.readSpelling({}, caller)).toEqual({ isMissing: false })
  missing.note('en-us-10-1.bdic', new Error('Offline'))
  missing.note('de-de-3-0.bdic', new Error('Offline'))
  missing.note('de-de-3-0.bdic', undefined)
  missing.forget()
  expect(told.map((state) => (state as { isMissing: boolean }).isMissing)).toEqual([true, true, true, false])

  gone.abort()
  missing.note('en-us-10-1.bdic', new Error('Offline'))
  expect([told.length, missing.handlers.readSpelling({}, caller)]).toEqual([4, { isMissing: true }])
})
