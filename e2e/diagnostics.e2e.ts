import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { expect } from '@playwright/test'

import { serviceDisabled } from '../emulators/vertex/google-errors'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'

const PROMPT = 'A very private prompt'
const KEY = 'correct-horse-battery-staple'

/** The lines of the log. */
function readLog(userData: string): readonly string[] {
  return readFileSync(join(userData, 'logs', 'nagare.log'), 'utf8')
    .trimEnd()
    .split('\n')
}

test('logs how it started and what failed, without a word of the prompt or the key', async ({
  launch,
  emulator,
  userData,
}) => {
  const env = vertexEnv(emulator)
  const app = await launch({ env: { ...env, GOOGLE_API_KEY: KEY } })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  emulator.script({ chunks: [], fault: { kind: 'status', status: 403, body: serviceDisabled() } })
  await page.getByRole('textbox', { name: 'Message' }).fill(PROMPT)
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await page.evaluate((said) => void Promise.reject(new TypeError(said)), PROMPT)
  await expect.poll(() => readLog(userData)).toHaveLength(3)
  const lines = readLog(userData)
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'info', scope: 'app', message: 'Started' },
    { level: 'warn', scope: 'reply', fields: { provider: 'vertex', reason: 'api-disabled', status: 403 } },
    { level: 'error', scope: 'page', fields: { place: 'promise', kind: 'TypeError' } },
  ])

  await page.keyboard.press('Control+,')
  await page.getByRole('dialog').getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Show diagnostics' }).click()
  const shown = await page.getByRole('region', { name: 'What will be copied' }).innerText()
  for (const said of ['- vertex: 1', '- Electron: ', '"reason":"api-disabled"']) expect(shown).toContain(said)
  await page.getByRole('button', { name: 'Copy diagnostics' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  for (const place of [shown, await app.evaluate(({ clipboard }) => clipboard.readText()), lines.join('')]) {
    expect(place).toContain('"reason":"api-disabled"')
    for (const secret of [PROMPT, KEY, emulator.origin, homedir()]) expect(place).not.toContain(secret)
  }
})
