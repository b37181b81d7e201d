import { expect, it } from 'vitest'

import { type CauseFields, describeCause } from './describe-cause'

it('is not led in circles by an error that is its own cause', () => {
  const error = new TypeError('round')
  error.cause = error
  const kinds: string[] = []
  for (let at: CauseFields | undefined = describeCause(error, '/home'); at !== undefined; at = at.cause) {
    kinds.push(at.kind)
  }
  expect(kinds).toEqual(Array.from({ length: 5 }, () => 'TypeError'))
})
