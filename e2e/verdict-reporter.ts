import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Prints each attack of `npm run test:security` with its verdict, as a table. */
// eslint-disable-next-line no-restricted-syntax -- Playwright takes a reporter by its default export.
export default class VerdictReporter implements Reporter {
  readonly #rows: (readonly [string, string])[] = []

  onTestEnd({ title }: TestCase, { status }: TestResult): void {
    this.#rows.push([title, status === 'passed' ? 'held' : `NOT HELD (${status})`])
  }

  onEnd({ status }: FullResult): void {
    const width = Math.max(...this.#rows.map(([attack]) => attack.length), 'attack'.length)
    const lines = [['attack', 'verdict'] as const, ...this.#rows].map(
      ([attack, verdict]) => `${attack.padEnd(width)}  ${verdict}`,
    )
    process.stdout.write(`${[...lines, '', `All together: ${status}`].join('\n')}\n`)
  }

  printsToStdio(): boolean {
    return true
  }
}
