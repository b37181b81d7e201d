import { expect, it } from 'vitest'

import { requests } from '#shared/contract'

import { createFailureReporter } from './report-failures'
import { createFakeBridge } from './testing/fake-bridge'

const PROMPT = 'my private prompt'

it.each([
  ['an error', new TypeError(PROMPT), 'TypeError'],
  ['an error with a name of its own', Object.assign(new Error(PROMPT), { name: PROMPT }), 'Error'],
  ['a text', PROMPT, 'string'],
  ['nothing', undefined, 'undefined'],
])('tells main of %s what main takes, and nothing of what it says', (_, cause, kind) => {
  const main = createFakeBridge()
  createFailureReporter(main.bridge)('window', cause)
  const [asked] = main.asked
  expect(asked).toMatchObject({ name: 'reportFailure', input: { place: 'window', kind } })
  expect(requests.reportFailure.safeParse(asked?.input).success).toBe(true)
  expect(JSON.stringify(asked)).not.toContain(PROMPT)
  if (cause instanceof Error) expect(JSON.stringify(asked)).toContain('report-failures.test.ts')
})
