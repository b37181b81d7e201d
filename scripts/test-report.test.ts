import { expect, it } from 'vitest'

import { readPlaywrightCounts, readVitestCounts, toClosingLine } from './test-report.mjs'

it('counts what vitest left out as skipped', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, success: false }
  expect(readVitestCounts(report)).toEqual({ passed: 7, failed: 1, skipped: 3 })
})

it('counts a flaky end-to-end test as passed', () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } }
  expect(readPlaywrightCounts(report)).toEqual({ passed: 5, failed: 1, skipped: 2 })
})

it.each([undefined, null, 'text', {}, { stats: {} }, { numPassedTests: 3 }])(
  'reads no counts from %j',
  (report) => {
    expect([readVitestCounts(report), readPlaywrightCounts(report)]).toEqual([undefined, undefined])
  },
)

it('sums all suites in one line', () => {
  const suites = [
    { passed: 40, failed: 1, skipped: 0 },
    { passed: 2, failed: 0, skipped: 0 },
  ]
  expect(toClosingLine(suites)).toBe('42 passed, 1 failed')
})

it('mentions skipped tests only when there are some', () => {
  expect(toClosingLine([{ passed: 1, failed: 0, skipped: 2 }])).toBe('1 passed, 0 failed, 2 skipped')
})
