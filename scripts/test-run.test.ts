import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { CHECKS, judgeSuite } from './test-run.mjs'

it('runs all that `npm run check` runs', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(scripts.check).toBe([...CHECKS, 'unit'].map((name) => `npm run ${name}`).join(' && '))
})

it('calls a suite without a report failed, whatever its exit code says', () => {
  expect(judgeSuite(0, undefined)).toEqual({ ok: false, why: 'it wrote no report of its tests' })
})

it('calls a suite failed that ended badly, though no test in it failed', () => {
  const counts = { passed: 3, failed: 0, skipped: 0 }
  expect(judgeSuite(1, counts)).toEqual({ ok: false, counts })
})
