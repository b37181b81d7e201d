import { expect, it } from 'vitest'

import { runStages } from './test-stages.mjs'

const THREE = { passed: 3, failed: 0, skipped: 0 }
const passes = { name: 'unit tests', run: async () => ({ ok: true, counts: THREE }) }
const failsOne = { name: 'unit tests', run: async () => ({ ok: false, counts: { ...THREE, failed: 1 } }) }
const loses = { name: 'end-to-end tests', run: async () => ({ ok: false, why: 'it wrote no report' }) }

it('succeeds only with what it counted', async () => {
  expect(await runStages([passes, passes])).toEqual({
    failures: [],
    closingLine: '6 passed, 0 failed',
    exitCode: 0,
  })
})

it('still counts the second suite after the first one failed', async () => {
  expect(await runStages([failsOne, passes])).toEqual({
    failures: ['✗ unit tests failed'],
    closingLine: '6 passed, 1 failed',
    exitCode: 1,
  })
})

it('fails on a suite without a report, though every counted test passed', async () => {
  expect(await runStages([passes, loses])).toEqual({
    failures: ['✗ end-to-end tests failed: it wrote no report'],
    closingLine: '3 passed, 0 failed',
    exitCode: 1,
  })
})

it('fails on a counted failure that a runner hides behind exit code 0', async () => {
  const hides = { ...failsOne, run: async () => ({ ok: true, counts: { ...THREE, failed: 1 } }) }
  expect((await runStages([hides])).exitCode).toBe(1)
})

it('ends at the first check that fails', async () => {
  const lint = { name: 'lint', gates: true, run: async () => ({ ok: false }) }
  expect(await runStages([lint, passes])).toEqual({
    failures: ['✗ lint failed'],
    closingLine: '0 passed, 0 failed',
    exitCode: 1,
  })
})
