import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { saveTo } from './dialogs'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'

const WORDS_OF_SIX = 'flows '
const CHUNKS = 60

test('shows by keys how the answer streams: figures that grow, a line between chunks, and the chunks as a file', async ({
  userData,
  launch,
  emulator,
}) => {
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  const text = WORDS_OF_SIX.repeat(CHUNKS).trimEnd()
  let areLinesCounted = false
  const delayMs = (index: number) => (index < 30 || areLinesCounted ? 60 : 400)
  emulator.script(textReply(text, { charsPerChunk: WORDS_OF_SIX.length, delayMs }))
  await page.getByRole('textbox', { name: 'Message' }).fill('How does it flow?')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+Shift+I')

  await expect.poll(() => figure(page, 'Chunks')).toBeGreaterThan(5)
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  const marks = page.getByRole('switch', { name: 'Mark the chunks in the answer' })
  await marks.focus()
  await page.keyboard.press('Space')
  await expect(marks).toBeChecked()
  await expect.poll(() => hairlines(page)).toBeGreaterThan(2)
  const early = await hairlines(page)
  areLinesCounted = true

  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  await expect.poll(() => figure(page, 'Chunks')).toBe(CHUNKS)
  await expect.poll(() => hairlines(page)).toBe(CHUNKS - 1)
  expect(early).toBeLessThan(CHUNKS - 1)

  const file = join(userData, 'stream.csv')
  await saveTo(app, file)
  await page.getByRole('button', { name: 'Save as CSV' }).press('Enter')
  await expect.poll(() => rowsOf(file)).toHaveLength(CHUNKS)
  expect(rowsOf(file).map((row) => row.split(',').at(-1))).toContain(String(WORDS_OF_SIX.length))

  await press(app, page, 'ControlOrMeta+Shift+I')
  await expect(marks).toBeHidden()
})

/** Electron's own key for the developer tools is the same: the page must get it. */
async function press(app: ElectronApplication, page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys)
  const areToolsOpen = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(({ webContents }) => webContents.isDevToolsOpened()),
  )
  expect(areToolsOpen).toBe(false)
}

async function figure(page: Page, name: string): Promise<number> {
  const term = page.getByLabel('Figures').locator('div').filter({ hasText: name }).first()
  return Number((await term.getByRole('definition').innerText()).replaceAll(/\D/g, ''))
}

/** One subpath for each line that is drawn. */
function hairlines(page: Page): Promise<number> {
  return page
    .locator('[data-chunk-lines] path')
    .first()
    .evaluate((path) => (path.getAttribute('d') ?? '').split('M').length - 1)
}

/** Without the header; none while the file is not there. */
function rowsOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trim().split('\r\n').slice(1)
  } catch {
    return []
  }
}
