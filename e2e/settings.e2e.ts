import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'
import { startPasswordProxy } from './proxy'

const PASSWORD = 'planted-proxy-password-0123'
const dialog = (page: Page): Locator => page.getByRole('dialog')

async function openSettings(page: Page, panel: string): Promise<void> {
  await page.keyboard.press('Control+,')
  await dialog(page).getByRole('tab', { name: panel }).click()
}

async function fill(page: Page, label: string, value: string): Promise<void> {
  await dialog(page).getByLabel(label, { exact: true }).fill(value)
  await dialog(page).getByLabel(label, { exact: true }).press('Enter')
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill('Count')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
}

test('goes through a proxy with a password, which is written nowhere in clear', async ({
  launch,
  emulator,
  userData,
}) => {
  const proxy = await startPasswordProxy('me', PASSWORD)
  emulator.script(textReply('Through the proxy.'))
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseGemini(page)
  await openSettings(page, 'Network')
  await dialog(page).getByText('Manual', { exact: true }).click()
  await fill(page, 'Address of the proxy', proxy.address)
  // Otherwise Chromium reaches this computer without any proxy.
  await fill(page, 'Without the proxy', '<-loopback>')
  await page.keyboard.press('Escape')

  await ask(page)
  await expect(page.getByRole('log').getByText('The proxy did not let the request through.')).toBeVisible()
  expect([proxy.turnedAway() > 0, proxy.reached, emulator.requests]).toEqual([true, [], []])

  await openSettings(page, 'Network')
  await fill(page, 'User name for the proxy', 'me')
  await fill(page, 'Password for the proxy', PASSWORD)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('log').getByText('Through the proxy.')).toBeVisible()
  expect(new Set(proxy.reached)).toEqual(new Set([new URL(emulator.origin).host]))
  await app.close()
  await proxy.close()

  expect(await filesWith(userData, PASSWORD)).toEqual([])
})

test('changes hold at once, in every window and after a restart', async ({ launch, userData }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const second = await openSecondWindow(app)
  await openSettings(page, 'Appearance')
  await dialog(page).getByText('Dark', { exact: true }).click()
  await dialog(page).getByRole('searchbox').fill('language')
  await dialog(page).getByText('日本語', { exact: true }).click()
  for (const window of [page, second]) {
    await expect(window.locator('html')).toHaveAttribute('lang', 'ja')
    await expect.poll(() => paperOf(window)).toBe('rgb(20, 24, 26)')
  }
  await expect.poll(() => fileMenuLabel(app)).toBe('ファイル')
  const saved = await readFile(join(userData, 'settings.json'), 'utf8')
  expect(JSON.parse(saved)).toMatchObject({ theme: 'dark', language: 'ja' })
  await app.close()

  const again = await (await launch()).firstWindow()
  await expect(again.locator('html')).toHaveAttribute('lang', 'ja')
})

test('lets nobody change what the administrator has fixed, not even the page', async ({
  launch,
  userData,
}) => {
  const policy = join(userData, 'policy.json')
  await writeFile(policy, JSON.stringify({ settings: { proxyMode: 'none' }, hidden: ['theme'] }))
  const page = await (await launch({ env: { NAGARE_POLICY: policy } })).firstWindow()
  await openSettings(page, 'Network')
  await expect(dialog(page).getByText('Your administrator has set this.')).toBeVisible()
  await expect(dialog(page).getByRole('radio', { name: 'Manual' })).toBeDisabled()
  await dialog(page).getByRole('tab', { name: 'Appearance' }).click()
  await expect(dialog(page).getByRole('radiogroup', { name: 'Theme' })).toHaveCount(0)

  const answer = await page.evaluate(() =>
    (window as unknown as { bridge: { ask(name: string, input: unknown): Promise<unknown> } }).bridge.ask(
      'changeSettings',
      { changes: { proxyMode: 'manual' } },
    ),
  )
  expect(answer).toEqual({ ok: true, value: { refused: ['proxyMode'] } })
})

async function chooseGemini(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Model' }).selectOption({ label: 'Gemini 3.5 Flash' })
}

function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
}

function fileMenuLabel(app: ElectronApplication): Promise<string | undefined> {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label)
}

async function openSecondWindow(app: ElectronApplication): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      items?.find(({ accelerator }) => accelerator === 'CmdOrCtrl+Shift+N')?.click()
    }),
  ])
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  return page
}

/** Everything that the app has written, Chromium's own files among them. */
async function filesWith(folder: string, secret: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name))
      return bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')) ? [name] : []
    })
  return (await Promise.all(found)).flat()
}
