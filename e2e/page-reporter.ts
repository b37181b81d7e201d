import { readFileSync } from 'node:fs'

import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Prints what the window held when a test failed, which a log that is read elsewhere would else not tell. */
// eslint-disable-next-line no-restricted-syntax -- Playwright takes a reporter by its default export.
export default class PageReporter implements Reporter {
  onTestEnd({ title }: TestCase, { attachments }: TestResult): void {
    const path = attachments.find(({ name }) => name === 'error-context')?.path
    const snapshot = path && /```yaml\n([^]*?)\n```/.exec(readFileSync(path, 'utf8'))?.[1]
    if (snapshot) process.stdout.write(`The window, when “${title}” failed:\n${snapshot}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
