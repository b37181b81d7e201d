import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from '@playwright/test'

import { writeChatGptExport } from '../bench/import/write-chatgpt-export'
import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { chooseInMenu, openFrom, saveTo } from './dialogs'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'

const SAID = Array.from({ length: 600 }, (_, index) => `flow${index}`).join(' ')

test('imports while an answer streams, and cancels a long export, by keys', async ({
  userData,
  launch,
  emulator,
}) => {
  test.setTimeout(240_000)
  const out = join(userData, 'out')
  mkdirSync(out)
  const source = join(out, 'conversations.json')
  const messages = await writeChatGptExport(source, 3e6)
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  // Slow until the import is done, however long a slow computer needs for that.
  let isAdded = false
  const delayMs = (index: number) => (index < 20 || isAdded ? 15 : 200)
  emulator.script(textReply(`${SAID} waterwheel`, { charsPerChunk: 12, delayMs }))
  await page.getByRole('textbox', { name: 'Message' }).fill('Stream')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  const reply = page.locator('[data-reply-text]')
  await expect(reply).toContainText('flow3')

  await openFrom(app, source)
  await chooseInMenu(app, 'Import…')
  const panel = page.getByRole('dialog', { name: 'Settings' })
  const status = panel.getByRole('status')
  await panel.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(
    panel.getByText(`${messages / 20} new conversations, ${messages.toLocaleString('en')} new messages.`),
  ).toBeVisible({ timeout: 60_000 })
  await expect(reply).not.toContainText('waterwheel')
  await panel.getByRole('button', { name: 'Add to my conversations' }).press('Enter')
  await expect(status).toHaveText('Added.', { timeout: 60_000 })
  isAdded = true
  await page.screenshot({ path: test.info().outputPath('added.png') })

  await saveTo(app, join(out, 'all'))
  await panel.getByRole('combobox', { name: 'What' }).selectOption({ label: 'All conversations' })
  await panel.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'PDF' })
  await panel.getByRole('button', { name: 'Export…' }).press('Enter')
  // The work goes on behind a panel that was closed, and is found again.
  const done = () => panel.getByRole('progressbar').getAttribute('value').then(Number)
  await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await chooseInMenu(app, 'Export…')
  await expect.poll(done).toBeGreaterThan(0)
  await panel.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(status).toHaveText('Cancelled. Nothing was changed.', { timeout: 60_000 })
  expect(readdirSync(out).filter((name) => name.startsWith('all'))).toEqual([])

  await page.keyboard.press('Escape')
  await expect(reply).toHaveText(`${SAID} waterwheel`, { timeout: 60_000 })
})
