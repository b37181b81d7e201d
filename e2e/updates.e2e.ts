import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test as base } from './fixtures'
import { vertexEnv } from './launch-app'
import { type FeedRelease, type ReleaseFeed, serveReleases } from './release-feed'

/** What an AppImage is replaced by: it leaves a note that it was started. */
const programOf = (version: string, note: string): string =>
  `#!/bin/sh\necho started ${version} > '${note}'\n`
const OLD_PROGRAM = '#!/bin/sh\n'

interface Updating {
  readonly app: ElectronApplication
  readonly page: Page
  readonly feed: ReleaseFeed
  /** The file that runs as far as the updater knows. */
  readonly program: string
  readonly note: string
}

const test = base.extend<{
  /** Starts the app as an AppImage beside a place of releases that offers this one. */
  readonly startBeside: (
    release: Omit<FeedRelease, 'program'> & { readonly program?: string },
    settings?: { readonly policy?: object; readonly own?: object; readonly host?: string },
  ) => Promise<Updating>
}>({
  startBeside: async ({ launch, userData, emulator }, use) => {
    const feeds: ReleaseFeed[] = []
    await use(async (release, { policy = {}, own = {}, host = '127.0.0.1' } = {}) => {
      const note = join(userData, 'started')
      const feed = await serveReleases({ program: programOf(release.version, note), ...release })
      feeds.push(feed)
      const program = join(userData, 'Nagare.AppImage')
      writeFileSync(program, OLD_PROGRAM, { mode: 0o755 })
      const config = join(userData, 'app-update.yml')
      const url = feed.address.replace('127.0.0.1', host)
      writeFileSync(config, `provider: generic\nurl: ${url}\nupdaterCacheDirName: nagare-updater\n`)
      const policyFile = join(userData, 'policy.json')
      writeFileSync(policyFile, JSON.stringify(policy))
      writeFileSync(join(userData, 'settings.json'), JSON.stringify(own))
      const app = await launch({
        env: {
          ...vertexEnv(emulator),
          NAGARE_UPDATES: config,
          NAGARE_POLICY: policyFile,
          APPIMAGE: program,
          XDG_CACHE_HOME: join(userData, 'cache'),
        },
      })
      return { app, page: await app.firstWindow(), feed, program, note }
    })
    for (const feed of feeds) await feed.close()
  },
})

const updates = (page: Page): Locator => page.getByRole('region', { name: 'Updates' })
const status = (page: Page): Locator => updates(page).getByRole('status')
const press = (page: Page, name: string): Promise<void> => updates(page).getByRole('button', { name }).click()

/** As the Help menu does. */
async function checkByMenu(app: ElectronApplication, page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  await app.evaluate(({ Menu, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.focus()
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    items.find(({ label }) => label === 'Check for Updates…')?.click()
  })
  await expect(updates(page)).toBeVisible()
}

function pendingDownloads(userData: string): readonly string[] {
  const folder = join(userData, 'cache', 'nagare-updater', 'pending')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.AppImage')) : []
}

test.skip(
  process.platform !== 'linux',
  'An AppImage is replaced here; other systems have installers of their own.',
)

test('asks, shows what is new, verifies, waits for the answer, and starts the new version', async ({
  startBeside,
  emulator,
  userData,
}) => {
  const release = { version: '9.0.0', notes: '## New\n\n- **Faster** <img src=x onerror=alert(1)>' }
  const { app, page, feed, program, note } = await startBeside(release)
  await checkByMenu(app, page)
  await expect(status(page)).toHaveText(/^Version 9\.0\.0 is available\./)
  const notes = updates(page).getByRole('article', { name: 'What is new in version 9.0.0' })
  await expect(notes.getByRole('heading', { name: 'New' })).toBeVisible()
  await expect(notes.locator('img')).toHaveCount(0)
  expect(feed.asked.map(({ path }) => path)).toEqual(['/latest-linux.yml'])
  // Nothing by which the place of releases could tell one user from another.
  expect(feed.asked[0]?.headers).toMatchObject({ 'x-user-staging-id': '' })
  expect(feed.asked[0]?.headers.cookie).toBeUndefined()

  await press(page, 'Download')
  await expect(status(page)).toHaveText(/is downloaded and verified/)
  expect([pendingDownloads(userData), readFileSync(program, 'utf8')]).toEqual([
    ['nagare-9.0.0.AppImage'],
    OLD_PROGRAM,
  ])

  await page.keyboard.press('Escape')
  const answer = 'An answer that is long enough to be waited for. '.repeat(6)
  // Slow until it was waited for, however long a slow computer needs for the way there.
  let wasWaitedFor = false
  emulator.script(textReply(answer, { charsPerChunk: 4, delayMs: () => (wasWaitedFor ? 10 : 600) }))
  await chooseModel(page, 'Gemini 3.5 Flash')
  await page.getByRole('textbox', { name: 'Message' }).fill('Slowly, please')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  await page.keyboard.press('Control+,')
  await page.getByRole('dialog').getByRole('tab', { name: 'About' }).click()
  const closed = app.waitForEvent('close', { timeout: 60_000 })
  await press(page, 'Restart and install')
  await expect(status(page)).toHaveText(/as soon as no answer is being written/)
  expect(existsSync(note)).toBe(false)

  wasWaitedFor = true
  await closed
  await expect.poll(() => existsSync(note) && readFileSync(note, 'utf8')).toBe('started 9.0.0\n')
  expect(readFileSync(program, 'utf8')).toBe(programOf('9.0.0', note))
  // The whole answer was written before: the provider was heard to its end.
  expect(emulator.requests[0]?.lastByteAt).toBeGreaterThan(0)
})

test('throws a download away that is not what was announced, and installs nothing', async ({
  startBeside,
  userData,
}) => {
  const { app, page, program, note } = await startBeside({
    version: '9.0.0',
    notes: '',
    program: '#!/bin/sh\necho evil\n',
    announced: '#!/bin/sh\necho good\n',
  })
  await checkByMenu(app, page)
  await press(page, 'Download')
  await expect(status(page)).toHaveText(/^What was downloaded is not what was announced\. It was thrown away/)
  await expect(updates(page).getByRole('button', { name: 'Download again' })).toBeVisible()
  expect([pendingDownloads(userData), readFileSync(program, 'utf8'), existsSync(note)]).toEqual([
    [],
    OLD_PROGRAM,
    false,
  ])
})

test('takes no older release for a newer one', async ({ startBeside }) => {
  const { app, page, feed } = await startBeside({ version: '0.0.9', notes: 'Older' })
  await checkByMenu(app, page)
  await expect(status(page)).toHaveText('This is the newest version.')
  expect(feed.asked.map(({ path }) => path)).toEqual(['/latest-linux.yml'])
})

test('asks nobody where the administrator forbids it, and may still be asked where only the user does', async ({
  startBeside,
}) => {
  const release = { version: '9.0.0', notes: '' }
  const forbidden = await startBeside(release, { policy: { settings: { looksForUpdates: false } } })
  await checkByMenu(forbidden.app, forbidden.page)
  await expect(status(forbidden.page)).toHaveText('Your administrator takes care of updates.')
  expect(forbidden.feed.asked).toEqual([])
  await forbidden.app.close()

  const unwanted = await startBeside(release, { own: { looksForUpdates: false } })
  await checkByMenu(unwanted.app, unwanted.page)
  await expect(status(unwanted.page)).toHaveText(/^Version 9\.0\.0 is available\./)
})

test('goes through the proxy of the network settings', async ({ startBeside }) => {
  // A port where nobody listens: if the updater went any other way, it would find the release.
  const own = { proxyMode: 'manual', proxyAddress: '127.0.0.1:9', proxyBypass: '<-loopback>' }
  const { app, page, feed } = await startBeside({ version: '9.0.0', notes: '' }, { own })
  await checkByMenu(app, page)
  await expect(status(page)).toHaveText(/^The place of the releases could not be reached/)
  expect(feed.asked).toEqual([])
})

test('asks no place in clear text, but the address that a test has', async ({ startBeside }) => {
  const release = { version: '9.0.0', notes: '' }
  const { app, page, feed } = await startBeside(release, { host: 'localhost' })
  await checkByMenu(app, page)
  await expect(updates(page).getByRole('button', { name: 'Check again' })).toBeVisible()
  await expect(status(page)).not.toContainText('9.0.0')
  expect(feed.asked).toEqual([])
})

test('loads the updater when it is asked for, and not before', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await checkByMenu(app, page)
  await expect(status(page)).toHaveText(/^This Nagare was built from source/)
  // Its session is there from the moment it is loaded on.
  const chunk = await app.evaluate(({ app: running }) => running.getAppPath())
  const index = readFileSync(join(chunk, 'out', 'main', 'index.js'), 'utf8')
  expect(index).not.toContain('AppImageUpdater')
})
