/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** What vitest's JSON report counts, or undefined when it is no such report.
 * @param {unknown} report
 * @returns {Counts | undefined} */
export function readVitestCounts(report) {
  return toCounts(report, {
    passed: ['numPassedTests'],
    failed: ['numFailedTests'],
    skipped: ['numPendingTests', 'numTodoTests'],
  })
}

/** What Playwright's JSON report counts, or undefined when it is no such report. A flaky test passed, on a retry.
 * @param {unknown} report
 * @returns {Counts | undefined} */
export function readPlaywrightCounts(report) {
  const stats = isRecord(report) ? report.stats : undefined
  return toCounts(stats, { passed: ['expected', 'flaky'], failed: ['unexpected'], skipped: ['skipped'] })
}

/** The closing line of a test run: the tests of all suites, and nothing else.
 * @param {readonly Counts[]} suites
 * @returns {string} */
export function toClosingLine(suites) {
  const [passed, failed, skipped] = /** @type {const} */ (['passed', 'failed', 'skipped']).map((kind) =>
    suites.reduce((sum, counts) => sum + counts[kind], 0),
  )
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {unknown} source
 * @param {Record<keyof Counts, string[]>} fields
 * @returns {Counts | undefined} */
function toCounts(source, fields) {
  if (!isRecord(source)) return undefined
  /** @param {string[]} names */
  const sum = (names) => names.reduce((total, name) => total + Number(source[name]), 0)
  const counts = { passed: sum(fields.passed), failed: sum(fields.failed), skipped: sum(fields.skipped) }
  return Object.values(counts).every(Number.isInteger) ? counts : undefined
}

/** @param {unknown} value
 * @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === 'object' && value !== null
}
