import { type ElectronApplication, expect, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import type { Bridge } from '../src/shared/contract'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'

const TEXT = Array.from({ length: 1000 }, (_, index) => `word${index} `)
  .join('')
  .trimEnd()
const LOOK_MS = 1500

const replyText = (page: Page) => page.locator('[data-flowing]').last()

async function ask(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill('Count')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await expect.poll(async () => (await replyText(page).innerText()).length).toBeGreaterThan(20)
}

/** Counts, in the page, what main tells it of replies. */
async function countTold(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counting = Object.assign(window as unknown as { readonly bridge: Pick<Bridge, 'on'> }, { told: 0 })
    counting.bridge.on('reply', () => counting.told++)
  })
  return () => page.evaluate(() => (window as unknown as { readonly told: number }).told)
}

async function toldWithin(page: Page, told: () => Promise<number>, ms: number): Promise<number> {
  const before = await told()
  await page.waitForTimeout(ms)
  return (await told()) - before
}

/** What a window costs over a while: the messages to it, and its process's part of one processor in per cent. */
async function measure(app: ElectronApplication, page: Page, told: () => Promise<number>) {
  const readCpu = () =>
    app.evaluate(({ app: electron, BrowserWindow }) => {
      const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
      return electron.getAppMetrics().find((metric) => metric.pid === pid)?.cpu.percentCPUUsage ?? Number.NaN
    })
  // The first reading begins the time that the second one is about.
  await readCpu()
  const messages = await toldWithin(page, told, LOOK_MS)
  return { messages, cpu: await readCpu() }
}

/** Hides the window. Playwright keeps every page that it drives visible, so the page has to be told so by hand. */
async function setHidden(app: ElectronApplication, page: Page, isHidden: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, hide) => {
    const [window] = BrowserWindow.getAllWindows()
    if (hide) window?.hide()
    else window?.show()
  }, isHidden)
  await page.evaluate((hide) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hide })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)
}

test('costs a hidden window nothing and catches it up, and cuts a reply when the computer sleeps', async ({
  launch,
  emulator,
}) => {
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')

  await test.step('hidden in mid-reply, and shown again', async () => {
    let isWatched = false
    emulator.script(
      textReply(TEXT, { charsPerChunk: 8, delayMs: (index) => (index < 800 || isWatched ? 8 : 200) }),
    )
    const told = await countTold(page)
    await ask(page)
    const shown = await measure(app, page, told)
    await setHidden(app, page, true)
    // What was on its way when the window was hidden still comes.
    await expect.poll(() => toldWithin(page, told, 200)).toBe(0)
    const hidden = await measure(app, page, told)
    const behind = (await replyText(page).innerText()).length
    isWatched = true
    await setHidden(app, page, false)

    test.info().annotations.push({ type: 'cost', description: JSON.stringify({ shown, hidden }) })
    expect(shown.messages).toBeGreaterThan(20)
    expect(hidden.messages).toBe(0)
    expect(hidden.cpu).toBeLessThan(shown.cpu / 2)
    await expect.poll(() => replyText(page).innerText(), { timeout: 30_000 }).toBe(TEXT)
    expect(behind).toBeLessThan(TEXT.length)
    await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  })

  await test.step('asleep in mid-reply', async () => {
    emulator.script(textReply(TEXT, { charsPerChunk: 8, delayMs: 50 }))
    await page.getByRole('button', { name: 'New conversation' }).click()
    await expect(page.locator('[data-flowing]')).toHaveCount(0)
    await ask(page)
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
    await expect(page.getByRole('log').getByText(/^This answer was cut/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0)
    await expect.poll(() => emulator.requests.at(-1)?.closedBy).toBe('client')
    const kept = await replyText(page).innerText()
    expect(kept.length).toBeGreaterThan(20)
    expect(TEXT.startsWith(kept)).toBe(true)
  })
})
