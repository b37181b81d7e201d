import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test as base } from './fixtures'
import { launchApp, vertexEnv } from './launch-app'

const TEXT = Array.from({ length: 150 }, (_, index) => `word${index} `)
  .join('')
  .trimEnd()

const test = base.extend<{ app: ElectronApplication }>({
  app: async ({ launch, emulator }, use) => {
    emulator.script(textReply(TEXT, { charsPerChunk: 8, delayMs: 50 }))
    await use(await launch({ env: vertexEnv(emulator) }))
  },
})

const replyText = (page: Page) => page.locator('[data-flowing]').last()

async function ask(page: Page): Promise<void> {
  await chooseModel(page, 'Gemini 3.5 Flash')
  await page.getByRole('textbox', { name: 'Message' }).fill('Count')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await expect.poll(async () => (await replyText(page).innerText()).length).toBeGreaterThan(20)
}

async function openSecondWindow(app: ElectronApplication): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()
        ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
        .find(({ accelerator }) => accelerator === 'CmdOrCtrl+Shift+N')
      item?.click()
    }),
  ])
  return page
}

test('lets two windows watch one reply, and a reload of one of them miss nothing', async ({
  app,
  emulator,
}) => {
  const first = await app.firstWindow()
  await ask(first)
  const second = await openSecondWindow(app)
  await expect.poll(async () => (await replyText(second).innerText()).length).toBeGreaterThan(40)
  await first.reload()

  for (const page of [first, second]) {
    await expect.poll(() => replyText(page).innerText(), { timeout: 30_000 }).toBe(TEXT)
  }
  expect(emulator.requests.filter(({ path }) => path.includes(':streamGenerateContent'))).toHaveLength(1)
})

test('lists in one window what was asked in another, shows it there, and shows it again after a reload', async ({
  app,
}) => {
  const first = await app.firstWindow()
  const second = await openSecondWindow(app)
  await expect(second.getByRole('textbox', { name: 'Message' })).toBeVisible()
  await ask(first)
  await second.getByRole('treeitem', { name: 'Count' }).click()
  await expect.poll(async () => (await replyText(second).innerText()).length).toBeGreaterThan(0)
  await second.reload()
  await expect.poll(() => replyText(second).innerText(), { timeout: 30_000 }).toBe(TEXT)
})

test('survives a crash of the window in mid-reply', async ({ app }) => {
  const page = await app.firstWindow()
  await ask(page)
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  const again = await openSecondWindow(app)
  await expect.poll(() => replyText(again).innerText(), { timeout: 30_000 }).toBe(TEXT)
})

test('finishes a reply in the background when the last window closes, then ends', async ({
  app,
  userData,
}) => {
  const page = await app.firstWindow()
  await ask(page)
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await page.close()
  await ended

  const again = await launchApp({ userData })
  const reopened = await again.firstWindow()
  await expect.poll(() => replyText(reopened).innerText()).toBe(TEXT)
  await expect(reopened.getByRole('button', { name: 'Continue' })).toHaveCount(0)
  await again.close()
})

test('stops a reply when the last window closes, if that is what the user wants', async ({
  launch,
  emulator,
  userData,
}) => {
  await writeFile(join(userData, 'settings.json'), '{"finishInBackground":false}')
  const script = textReply(TEXT, { charsPerChunk: 8, delayMs: 50 })
  // It never ends by itself, however long a slow computer needs to close the window.
  emulator.script({ ...script, fault: { kind: 'stall', afterChunks: script.chunks.length - 1 } })
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await ask(page)
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await page.close()
  await ended

  const again = await (await launch()).firstWindow()
  await expect(again.getByText('You stopped this answer.')).toBeVisible()
  const kept = await replyText(again).innerText()
  expect(TEXT.startsWith(kept)).toBe(true)
  expect(kept.length).toBeLessThan(TEXT.length)
})

test('stops at once in the middle of a flood', async ({ launch, emulator }) => {
  const flood = `${'The river runs high. '.repeat(20)}\n\n`.repeat(10_000)
  const script = textReply(flood, { charsPerChunk: 500, delayMs: 5 })
  // It never ends by itself, however long a slow computer needs to press in it.
  emulator.script({ ...script, fault: { kind: 'stall', afterChunks: script.chunks.length - 1 } })
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await ask(page)
  const sentBytes = () => emulator.requests[0]?.sentBytes ?? 0
  await page.getByRole('button', { name: 'Stop' }).click()
  const before = sentBytes()
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  // The window knows before the socket does.
  await expect.poll(() => emulator.requests[0]?.closedBy).toBe('client')
  expect(before).toBeGreaterThan(0)
  expect(sentBytes() - before).toBeLessThan(flood.length / 2)
})
