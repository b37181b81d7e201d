import { toClosingLine } from './test-report.mjs'

/** @typedef {import('./test-report.mjs').Counts} Counts */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} [gates] when it fails, the stages after it do not run
 * @property {() => Promise<StageOutcome>} run
 */

/**
 * @typedef {object} StageOutcome
 * @property {boolean} ok
 * @property {Counts} [counts] of a stage that runs tests; without them such a stage has failed
 * @property {string} [why] it failed, for a person
 */

/**
 * @typedef {object} TestOutcome
 * @property {string[]} failures one line for each stage that failed
 * @property {string} closingLine
 * @property {number} exitCode
 */

/** Runs the stages in order. Broken types, lint, format or spelling end the run at once; of the two test suites
 * both always run, so that one run tells of both.
 * @param {readonly Stage[]} stages
 * @returns {Promise<TestOutcome>} */
export async function runStages(stages) {
  const failures = []
  const suites = []
  for (const { name, gates, run } of stages) {
    const { ok, counts, why } = await run()
    if (counts !== undefined) suites.push(counts)
    if (ok && !counts?.failed) continue
    failures.push(`✗ ${name} failed${why === undefined ? '' : `: ${why}`}`)
    if (gates) break
  }
  return { failures, closingLine: toClosingLine(suites), exitCode: failures.length > 0 ? 1 : 0 }
}
