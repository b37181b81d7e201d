import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'

import { serviceDisabled } from '../emulators/vertex/google-errors'
import { textReply } from '../emulators/vertex/reply-script'
import { startVertexEmulator } from '../emulators/vertex/vertex-emulator'
import { createBoxes } from './boxes'
import { chooseModel } from './choose-model'
import { openFrom } from './dialogs'
import { filesWith } from './files-with'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'
import { servePacFile, startPasswordProxy } from './proxy'

const PASSWORD = 'planted-proxy-password-0123'
const dialog = (page: Page): Locator => page.getByRole('dialog')

async function openSettings(page: Page, panel: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  await page.keyboard.press('Control+,')
  await dialog(page).getByRole('tab', { name: panel }).click()
}

/** What is typed next is typed into the page, and not into a dialog that is on its way out. */
async function leaveSettings(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
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
  await dialog(page).getByRole('radio', { name: 'Manual' }).check()
  await fill(page, 'Address of the proxy', proxy.address)
  // Otherwise Chromium reaches this computer without any proxy.
  await fill(page, 'Without the proxy', '<-loopback>')
  await leaveSettings(page)

  await ask(page)
  await expect(page.getByRole('log').getByText('The proxy did not let the request through.')).toBeVisible()
  expect([proxy.turnedAway() > 0, proxy.reached, emulator.requests]).toEqual([true, [], []])

  await openSettings(page, 'Network')
  await fill(page, 'User name for the proxy', 'me')
  await fill(page, 'Password for the proxy', PASSWORD)
  await leaveSettings(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('log').getByText('Through the proxy.')).toBeVisible()
  expect(new Set(proxy.reached)).toEqual(new Set([new URL(emulator.origin).host]))
  await app.close()
  await proxy.close()

  expect(await filesWith(userData, PASSWORD)).toEqual([])
})

test('goes where a PAC file leads it, and trusts an authority that the user chose, for as long as it is chosen', async ({
  launch,
  emulator,
}) => {
  const port = Number(new URL(emulator.origin).port)
  const proxy = await startPasswordProxy('me', PASSWORD, { 'behind-the-proxy.test': port })
  const stranger = await startVertexEmulator()
  const pac = await servePacFile(proxy.address)
  emulator.script(textReply('Trusted now.'))
  const behind = `behind-the-proxy.test:${port}`
  const env = {
    ...vertexEnv(emulator),
    NAGARE_EMULATOR: `https://${behind}`,
    NAGARE_EMULATOR_CA: stranger.caFile,
  }
  const app = await launch({ env })
  const page = await app.firstWindow()
  await chooseGemini(page)
  await openSettings(page, 'Network')
  await dialog(page).getByRole('radio', { name: 'PAC file' }).check()
  await fill(page, 'Address of the PAC file', pac.address)
  await fill(page, 'User name for the proxy', 'me')
  await fill(page, 'Password for the proxy', PASSWORD)
  await leaveSettings(page)
  const isNotTrusted = page.getByRole('log').getByText('its certificate is not trusted here.')
  await ask(page)
  await expect(isNotTrusted).toBeVisible()
  expect([new Set(proxy.reached), emulator.requests]).toEqual([new Set([behind]), []])

  await openSettings(page, 'Network')
  await openFrom(app, emulator.caFile)
  await dialog(page).getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog(page).getByText(emulator.caFile)).toBeVisible()
  await leaveSettings(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('log').getByText('Trusted now.')).toBeVisible()
  await expect(isNotTrusted).toHaveCount(0)

  await openSettings(page, 'Network')
  await dialog(page).getByRole('button', { name: 'No longer trust' }).click()
  await expect(dialog(page).getByText(emulator.caFile)).toHaveCount(0)
  await leaveSettings(page)
  await ask(page)
  await expect(isNotTrusted).toBeVisible()
  expect(emulator.requests).toHaveLength(1)
  await app.close()
  for (const server of [pac, proxy, stranger]) await server.close()
})

test('changes hold at once, in every window and after a restart', async ({ launch, userData }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const second = await openSecondWindow(app)
  await openSettings(page, 'Appearance')
  await dialog(page).getByRole('radio', { name: 'Dark' }).check()
  await dialog(page).getByRole('searchbox').fill('language')
  await dialog(page).getByRole('radio', { name: '日本語' }).click()
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

test('takes other keys for a command, in the window and in the native menu, and refuses those of the system', async ({
  launch,
  userData,
}) => {
  const app = await launch()
  const page = await app.firstWindow()
  await openSettings(page, 'Shortcuts')
  const record = async (name: string, keys: string): Promise<void> => {
    await dialog(page)
      .getByRole('button', { name: `${name}: ` })
      .press('Enter')
    await page.keyboard.press(keys)
  }
  await record('New window', 'Control+w')
  await expect(dialog(page).getByRole('alert')).toContainText('Ctrl+W belongs to the system')
  await record('New window', 'Control+Shift+j')
  await record('Search everything', 'Control+j')
  await record('Check for updates', 'Control+Shift+u')
  await expect.poll(() => acceleratorOf(app, 'new-window')).toBe('CmdOrCtrl+Shift+J')
  await expect.poll(() => acceleratorOf(app, 'updates')).toBe('CmdOrCtrl+Shift+U')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+j')
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible()
  const saved = JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8')) as object
  expect(saved).toMatchObject({ shortcuts: { 'new-window': 'Mod+Shift+J', palette: 'Mod+J' } })
  await app.close()

  const again = await launch()
  const later = await again.firstWindow()
  await expect(later.getByRole('textbox', { name: 'Message' })).toBeVisible()
  expect(await acceleratorOf(again, 'new-window')).toBe('CmdOrCtrl+Shift+J')
  await later.keyboard.press('Control+j')
  await expect(later.getByRole('dialog', { name: 'Search' })).toBeVisible()
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
  await chooseModel(page, 'Gemini 3.5 Flash')
}

function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
}

function fileMenuLabel(app: ElectronApplication): Promise<string | undefined> {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label)
}

function acceleratorOf(app: ElectronApplication, command: string): Promise<string | undefined> {
  return app.evaluate(
    ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.accelerator as string | undefined,
    command,
  )
}

async function openSecondWindow(app: ElectronApplication): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click()),
  ])
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  return page
}

test('asks once how to begin, and has an answer streaming within a minute', async ({ launch }) => {
  const began = Date.now()
  const app = await launch({ isFirstStart: true })
  const page = await app.firstWindow()
  const welcome = page.getByRole('dialog', { name: 'How would you like to begin?' })
  // By keyboard alone: the first choice has the focus.
  await expect(welcome.getByRole('button', { name: 'Try the Demo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(welcome).toHaveCount(0)
  await ask(page)
  await expect(page.locator('[data-flowing]').last()).not.toBeEmpty()
  expect(Date.now() - began).toBeLessThan(60_000)
  await app.close()

  const again = await (await launch({ isFirstStart: true })).firstWindow()
  await expect(again.getByRole('textbox', { name: 'Message' })).toBeVisible()
  await expect(again.getByRole('dialog')).toHaveCount(0)
})

test('says what it found on this computer, and says of nothing else that it is there', async ({
  launch,
  userData,
}) => {
  const env = { CLOUDSDK_CONFIG: userData }
  const empty = await launch({ isFirstStart: true, env })
  const vertex = (page: Page, language: 'en' | 'ja') =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: language === 'en' ? 'Google Vertex AI' : 'Vertex AI' })
  const page = await empty.firstWindow()
  await expect(vertex(page, 'en')).toContainText('Log in with gcloud, or name a credentials file.')
  await empty.close()

  await writeFile(join(userData, 'application_default_credentials.json'), '{}')
  const japanese = await (await launch({ isFirstStart: true, env, language: 'ja' })).firstWindow()
  await expect(vertex(japanese, 'ja')).toContainText('このコンピューターに認証情報が見つかりました。')
})

test('keeps a key that is sent once, shows only how it ends, and tests the connection', async ({
  launch,
  emulator,
  userData,
}) => {
  const key = 'AIzaSyD-planted-by-the-window-0123456789'
  const env = { NAGARE_EMULATOR: emulator.origin, NAGARE_EMULATOR_CA: emulator.caFile }
  const app = await launch({ env, isFirstStart: true })
  const page = await app.firstWindow()
  await page.getByRole('button', { name: /^Google Vertex AI/ }).click()
  await dialog(page).getByLabel('API key', { exact: true }).fill(key)
  // Without a desktop there is no place for secrets, and the user decides.
  const choice = dialog(page).getByRole('radio', { name: 'Keep until I quit' })
  await expect(choice).toBeChecked()
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog(page).getByText('Set until you quit. Ends with 6789.')).toBeVisible()
  await expect(dialog(page).getByLabel('API key', { exact: true })).toHaveValue('')

  await dialog(page).getByRole('button', { name: 'Test connection' }).click()
  await expect(dialog(page).getByText('The connection works.')).toBeVisible()
  for (const [script, step] of [
    [{ chunks: [], fault: { kind: 'status', status: 403, body: serviceDisabled() } }, 'API switched on'],
    [{ chunks: [], fault: { kind: 'status', status: 403 } }, 'Permission'],
    [{ chunks: [], fault: { kind: 'status', status: 404 } }, 'Model'],
  ] as const) {
    // A test that ends before the first token leaves its script untaken.
    emulator.forget()
    emulator.script(script)
    await dialog(page).getByRole('button', { name: 'Test connection' }).click()
    await expect(dialog(page).getByText(`The test stopped at: ${step}`)).toBeVisible()
  }
  await app.close()
  expect(await filesWith(userData, key)).toEqual([])

  const second = await launch({ env })
  const later = await second.firstWindow()
  await openVertex(later)
  await expect(keyField(later)).toHaveAccessibleDescription('')
  await dialog(later).getByRole('radio', { name: 'Store, not protected' }).check()
  await keyField(later).fill(key)
  await keyField(later).press('Enter')
  await expect(keyField(later)).toHaveAccessibleDescription('Set, and not protected. Ends with 6789.')
  await second.close()
  expect(await filesWith(userData, key)).toEqual(['keys.json'])

  const last = await (await launch({ env })).firstWindow()
  await openVertex(last)
  await expect(keyField(last)).toHaveAccessibleDescription('Set, and not protected. Ends with 6789.')
  // Whoever changes their mind leaves nothing behind.
  await dialog(last).getByRole('radio', { name: 'Keep until I quit' }).check()
  await expect.poll(() => filesWith(userData, key)).toEqual([])
})

async function openVertex(page: Page): Promise<void> {
  await openSettings(page, 'Connections')
  await dialog(page).getByRole('button', { name: 'Google Vertex AI Built in' }).click()
}

const keyField = (page: Page): Locator => dialog(page).getByLabel('API key', { exact: true })

test('keeps a damaged file of settings or keys under a name that it says, and starts without it', async ({
  launch,
  userData,
}) => {
  const damaged = { 'settings.json': '{ "theme": "dark", "language', 'keys.json': '{ "vertex/apiKey": {' }
  for (const [name, text] of Object.entries(damaged)) await writeFile(join(userData, name), text)
  const boxes = createBoxes(userData)
  const page = await (await launch({ ...boxes.launch, isFirstStart: true })).firstWindow()
  await expect(page.getByRole('dialog', { name: 'How would you like to begin?' })).toBeVisible()
  const kept = await Promise.all(
    boxes.asked().map(async ({ message, detail }) => {
      const [because, file = ''] = detail.split('\n\n')
      return { message, because, file: relative(userData, file), text: await readFile(file, 'utf8') }
    }),
  )
  const aside = (name: string): unknown => expect.stringMatching(new RegExp(`^${name}\\.damaged-`))
  expect(kept).toEqual([
    {
      message: 'Some settings could not be used',
      because: expect.stringContaining('The settings file is damaged. It is kept under this name'),
      file: aside('settings.json'),
      text: damaged['settings.json'],
    },
    {
      message: 'Your saved keys could not be read',
      because: expect.stringContaining('The file of keys is damaged. It is kept under this name.'),
      file: aside('keys.json'),
      text: damaged['keys.json'],
    },
  ])

  await page.getByRole('button', { name: 'Try the Demo' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  await openSettings(page, 'Appearance')
  await expect(dialog(page).getByRole('radio', { name: 'System' }).first()).toBeChecked()
  const written = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8').catch(() => '{}'))
  await expect.poll(written).toMatchObject({ isWelcomed: true })
})
