import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from '@playwright/test'

import { serviceDisabled } from '../emulators/vertex/google-errors'
import { test } from './fixtures'

const PROMPT = 'A very private prompt'

/** The lines of the log. */
function readLog(userData: string): readonly string[] {
  return readFileSync(join(userData, 'logs', 'nagare.log'), 'utf8')
    .trimEnd()
    .split('\n')
}

test('logs how it started and what failed, without a word of the prompt or the key', async ({
  page,
  emulator,
  userData,
}) => {
  emulator.script({ chunks: [], fault: { kind: 'status', status: 403, body: serviceDisabled() } })
  await page.getByRole('textbox', { name: 'Message' }).fill(PROMPT)
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  const lines = readLog(userData)
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'info', scope: 'app', message: 'Started' },
    { level: 'warn', scope: 'reply', fields: { provider: 'vertex', reason: 'api-disabled', status: 403 } },
  ])
  expect(lines.join('')).not.toContain(PROMPT)
})
