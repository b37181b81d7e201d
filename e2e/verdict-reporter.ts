import type { FullResult, Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter'

/** Prints each attack of `npm run test:security` with its verdict, as a table: a test, and each of its steps under it. */
// eslint-disable-next-line no-restricted-syntax -- Playwright takes a reporter by its default export.
export default class VerdictReporter implements Reporter {
  readonly #rows: (readonly [string, string])[] = []

  onTestEnd({ title }: TestCase, { status, steps }: TestResult): void {
    this.#rows.push([title, verdict(status === 'passed', status)])
    for (const step of steps) {
      if (step.category === 'test.step')
        this.#rows.push([`  ${step.title}`, verdict(isWhole(step), 'failed')])
    }
  }

  onEnd({ status }: FullResult): void {
    const width = Math.max(...this.#rows.map(([attack]) => attack.length), 'attack'.length)
    const lines = [['attack', 'verdict'] as const, ...this.#rows].map(
      ([attack, outcome]) => `${attack.padEnd(width)}  ${outcome}`,
    )
    process.stdout.write(`${[...lines, '', `All together: ${status}`].join('\n')}\n`)
  }

  printsToStdio(): boolean {
    return true
  }
}

function verdict(hasHeld: boolean, status: string): string {
  if (hasHeld) return 'held'
  return status === 'skipped' ? 'not tried here' : `NOT HELD (${status})`
}

/**
 * A soft expectation fails inside its step, and lets the step go on. One that waits may look in vain until it holds: then
 * only its own outcome counts.
 */
function isWhole({ category, error, steps }: TestStep): boolean {
  return error === undefined && (category === 'expect' || steps.every(isWhole))
}
