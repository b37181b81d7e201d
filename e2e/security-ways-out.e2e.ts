import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { type ElectronApplication, expect, type Page } from '@playwright/test'

import { test } from './fixtures'
import { REFUSED_LINKS } from './refused-links'
import { startStranger } from './stranger'

test('links', async ({ launch, userData }) => {
  const handed = join(userData, 'handed.txt')
  const app = await launch({ env: { PATH: fakeOpener(userData, handed) } })
  const page = await openPage(app)
  for (const [index, link] of REFUSED_LINKS.entries()) {
    await test.step(link, async () => {
      await page.evaluate(follow, link)
      // What is asked for later is heard later: until this one is opened, the others had their chance.
      const last = `https://example.com/${index}`
      await page.evaluate((address) => void window.open(address), last)
      await expect.poll(() => opened(app)).toContain(last)
      expect.soft((await opened(app)).filter((url) => !url.startsWith('https://example.com/'))).toEqual([])
      expect.soft(await stateOf(app, page)).toEqual({ windows: 1, isSame: true, hasRun: false })
      expect.soft(existsSync(handed)).toBe(false)
    })
  }
  for (const link of ['about:blank', 'about:srcdoc']) {
    await test.step(`${link}, of which no program is asked: the page is back at once`, async () => {
      await page.evaluate((address) => void setTimeout(() => (location.href = address)), link)
      await page.waitForFunction(() => !('isMarked' in window))
      await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
      await page.evaluate(() => void Object.assign(window, { isMarked: true }))
      expect.soft(await stateOf(app, page)).toEqual({ windows: 1, isSame: true, hasRun: false })
    })
  }
})

test('ways out of the page, and of a window that were to show a stranger', async ({ launch }) => {
  const inner = await startStranger()
  const landing = encodeURIComponent(`${inner.origin}/landed`)
  const stranger = await startStranger({
    '/refresh': `<meta http-equiv="refresh" content="0;url=${inner.origin}/refreshed">`,
    '/script': `<script>location.replace('${inner.origin}/replaced'); window.open('${inner.origin}/opened')</script>`,
    '/form': `<form method="post" action="${inner.origin}/posted"></form><script>document.forms[0].submit()</script>`,
    '/frame': `<iframe src="${inner.origin}/framed"></iframe>`,
    '/login': '',
  })
  const app = await launch()
  const page = await openPage(app)

  for (const method of ['get', 'post']) {
    for (const target of ['_self', '_blank', '_top']) {
      await test.step(`a form that is sent by ${method} to ${target}`, async () => {
        await page.evaluate(sendForm, { action: `${stranger.origin}/sent`, method, target })
        await expectQuiet(app, page)
        expect.soft(stranger.heard).toEqual([])
      })
    }
  }

  await test.step('the page goes to an address that redirects out', async () => {
    await page.evaluate((to) => void (location.href = to), `${stranger.origin}/to?${landing}`)
    await expectQuiet(app, page)
    expect.soft(stranger.heard).toEqual([])
  })

  for (const [attack, path] of [
    ['a redirect', `/to?${landing}`],
    ['a refresh by a tag', '/refresh'],
    ['a script that replaces the page and opens a window', '/script'],
    ['a form that sends itself', '/form'],
    ['a frame', '/frame'],
  ] as const) {
    await test.step(`of a stranger's page: ${attack}`, async () => {
      await showStranger(app, stranger.origin + path)
      expect.soft(stranger.heard.at(-1)).toBe(path)
      expect.soft(inner.heard).toEqual([])
    })
  }

  await test.step('a server that wants the certificate of a person', async () => {
    expect.soft(await offerCertificate(app)).toEqual({ isPrevented: true, given: [undefined] })
  })
  inner.close()
  stranger.close()
})

/** Where Linux finds the program that opens any address: one of ours, which notes it in a file. */
function fakeOpener(folder: string, file: string): string {
  const programs = join(folder, 'programs')
  mkdirSync(programs)
  writeFileSync(join(programs, 'xdg-open'), `#!/bin/sh\necho "$@" >> '${file}'\n`, { mode: 0o755 })
  return [programs, process.env['PATH']].join(delimiter)
}

interface MutedMain {
  opened: string[]
}

/** The window, marked, so that a page in its place is noticed; nothing that it opens reaches the system. */
async function openPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  await app.evaluate(({ shell }) => {
    const addresses: string[] = []
    Object.assign(globalThis, { opened: addresses })
    shell.openExternal = async (url) => void addresses.push(url)
  })
  await page.evaluate(() => void Object.assign(window, { isMarked: true }))
  return page
}

function opened(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => (globalThis as unknown as MutedMain).opened)
}

async function stateOf(app: ElectronApplication, page: Page) {
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  return page.evaluate(
    (count) => ({
      windows: count,
      isSame: 'isMarked' in window && location.href === 'app://nagare/index.html',
      hasRun: 'ran' in window,
    }),
    windows,
  )
}

/** Nothing is left that the page has asked main for, and it is still the same page. */
async function expectQuiet(app: ElectronApplication, page: Page): Promise<void> {
  const last = `https://example.com/quiet/${(await opened(app)).length}`
  await page.evaluate((address) => void window.open(address), last)
  await expect.poll(() => opened(app)).toContain(last)
  expect.soft(await stateOf(app, page)).toEqual({ windows: 1, isSame: true, hasRun: false })
}

/** In the page: in every way in which a link is followed. */
function follow(link: string): void {
  window.open(link)
  window.open(link, '_top')
  for (const target of ['_self', '_blank', '_top', 'named']) {
    const anchor = Object.assign(document.createElement('a'), { target })
    anchor.setAttribute('href', link)
    document.body.append(anchor)
    anchor.click()
    anchor.remove()
  }
}

interface FormToSend {
  readonly action: string
  readonly method: string
  readonly target: string
}

/** In the page. */
function sendForm({ action, method, target }: FormToSend): void {
  const form = Object.assign(document.createElement('form'), { action, method, target })
  const button = Object.assign(document.createElement('button'), { formAction: `${action}/by-button` })
  form.append(button)
  document.body.append(form)
  form.submit()
  button.click()
  form.remove()
}

/** Until what that page loads by itself has loaded, or was refused. */
function showStranger(app: ElectronApplication, address: string): Promise<void> {
  return app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'stranger' } })
    const { webContents } = window
    const isStopped = new Promise<void>((resolve) => {
      webContents.on('did-stop-loading', () => resolve())
      webContents.on('did-fail-load', () => resolve())
    })
    await window.loadURL(url).catch(() => undefined)
    await isStopped
    // A page that is still alive has run its scripts; one that was never shown cannot be asked.
    await Promise.race([
      webContents.executeJavaScript('new Promise((resolve) => setTimeout(resolve, 100))'),
      new Promise((resolve) => setTimeout(resolve, 300)),
    ])
    window.destroy()
  }, address)
}

/** What main does when a server asks for one: Electron by itself would give the first that the system has. */
function offerCertificate(app: ElectronApplication) {
  return app.evaluate(({ app: electron, BrowserWindow }) => {
    const given: unknown[] = []
    let isPrevented = false
    electron.emit(
      'select-client-certificate',
      { preventDefault: () => (isPrevented = true) },
      BrowserWindow.getAllWindows()[0]?.webContents,
      'https://stranger.example/',
      [{ subjectName: 'A person' }],
      (certificate?: unknown) => given.push(certificate),
    )
    return { isPrevented, given }
  })
}
