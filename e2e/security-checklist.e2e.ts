// cspell:ignore allowpopups nodeintegration cmain cindex
import { type ElectronApplication, expect } from '@playwright/test'

import { chooseInMenu } from './dialogs'
import { test } from './fixtures'
import { seedConversation } from './seed-conversation'
import { startStranger } from './stranger'

/** What Electron's checklist wants every page to be opened with. */
const LOCKED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
}

test('every window that the app opens, those that nobody sees among them', async ({ launch, userData }) => {
  seedConversation(userData, [{ prompt: 'Why do rivers flow?', reply: 'Because the land slopes.' }])
  const app = await launch()
  const page = await app.firstWindow()
  await expect(page.getByText('Because the land slopes.')).toBeVisible()
  await noteRights(app)
  await chooseInMenu(app, 'New Window')
  await chooseInMenu(app, 'Quick Question')
  await page.keyboard.press('Control+p')
  const rights = () => app.evaluate(() => (globalThis as unknown as NotingMain).rights)
  // The first, another, the quick one, the one that draws what is printed, and the one that lays it out.
  await expect.poll(async () => (await rights()).length, { timeout: 60_000 }).toBe(5)
  const pages = await rights()
  for (const [index, found] of pages.entries()) {
    await test.step(`window ${index + 1} of ${pages.length}`, () => {
      expect.soft(found).toMatchObject(LOCKED)
      expect.soft(found['enableBlinkFeatures'] ?? '').toBe('')
    })
  }
})

test('a page within the page', async ({ launch }) => {
  const inner = await startStranger()
  const outer = await startStranger({ '/': `<webview src="${inner.origin}/inner" allowpopups></webview>` })
  const app = await launch()
  const page = await app.firstWindow()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()

  await test.step('a webview in our page is an element that nobody knows', async () => {
    expect.soft(await page.evaluate(addWebview, `${outer.origin}/webview`)).toBe('no function')
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))))
    expect.soft(outer.heard).toEqual([])
  })

  await test.step('and one in a window that knows it is not attached', async () => {
    expect.soft(await attachWebview(app, outer.origin)).toBe(true)
    expect.soft([outer.heard, inner.heard]).toEqual([['/'], []])
  })
  inner.close()
  outer.close()
})

const NO_FILES_OF_OURS = [
  'file:///etc/passwd',
  'file:///C:/Windows/win.ini',
  'app://nagare/../main/index.js',
  'app://nagare/%2e%2e/main/index.js',
  'app://nagare/..%2fmain%2findex.js',
  'app://nagare/..%5cmain%5cindex.js',
  'app://nagare/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
  'app://nagare//etc/passwd',
  'app://nagare/index.html%00.js',
  'app://nagare/licenses.json',
  'app://elsewhere/index.html',
  'app://diagram/index.html',
  'filesystem:app://nagare/temporary/x',
]

test('files that are no part of the page', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  for (const address of NO_FILES_OF_OURS) {
    await test.step(address, async () => {
      expect.soft(await page.evaluate(readBothWays, address)).toEqual(['refused', 'refused'])
    })
  }
  await test.step('the same way reads what the page is made of', async () => {
    expect.soft((await page.evaluate(readBothWays, 'app://nagare/index.html'))[0]).toBe('read')
  })
})

test('what a page may ask for, beyond what it is told it may not', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  for (const wish of [
    'the screen',
    'notices of its own',
    'USB',
    'a serial port',
    'Bluetooth',
    'the clipboard',
  ]) {
    await test.step(wish, async () => {
      expect.soft(await page.evaluate(askFor, wish)).toBe('refused')
    })
  }
})

type Rights = Readonly<Record<string, unknown>>

interface NotingMain {
  readonly rights: Rights[]
}

/** Electron has it for this purpose, and leaves it out of its types. */
interface KnownContents {
  getLastWebPreferences(): Rights
}

/** Of each window that is there, and of each that comes, once it has a page. Nothing is printed. */
async function noteRights(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    const rightsOf = (contents: unknown): Rights => (contents as KnownContents).getLastWebPreferences()
    const rights = BrowserWindow.getAllWindows().map(({ webContents }) => rightsOf(webContents))
    Object.assign(globalThis, { rights })
    electron.on('web-contents-created', (_, contents) => {
      contents.once('dom-ready', () => rights.push(rightsOf(contents)))
      contents.print = (__, done) => done?.(false, 'Print job canceled')
    })
  })
}

/** In the page. */
function addWebview(address: string): string {
  const view = document.createElement('webview')
  view.setAttribute('allowpopups', '')
  view.setAttribute('nodeintegration', '')
  view.setAttribute('src', address)
  document.body.append(view)
  return 'loadURL' in view ? 'function' : 'no function'
}

/** Whether main refused one, as soon as a page asked for it. */
function attachWebview(app: ElectronApplication, address: string): Promise<boolean> {
  return app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { partition: 'stranger', webviewTag: true },
    })
    const isPrevented = new Promise<boolean>((resolve) =>
      window.webContents.once('will-attach-webview', ({ defaultPrevented }) => resolve(defaultPrevented)),
    )
    await window.loadURL(url)
    const outcome = await isPrevented
    window.destroy()
    return outcome
  }, address)
}

/** In the page: fetched, and as an image. */
async function readBothWays(address: string): Promise<readonly string[]> {
  const fetched = fetch(address).then(
    ({ ok }) => (ok ? 'read' : 'refused'),
    () => 'refused',
  )
  const drawn = new Promise<string>((resolve) => {
    const image = new Image()
    image.onload = () => resolve('read')
    image.onerror = () => resolve('refused')
    image.src = address
  })
  return Promise.all([fetched, drawn])
}

/** In the page, as if its user had just pressed something. */
async function askFor(wish: string): Promise<string> {
  type Device = Readonly<Record<string, (options: object) => Promise<unknown>>>
  const ask = (name: string, method: string, options: object): Promise<unknown> => {
    const devices = navigator as unknown as Readonly<Record<string, Device | undefined>>
    return devices[name]?.[method]?.(options) ?? Promise.reject(new Error('There is no such thing.'))
  }
  const wishes: Readonly<Record<string, () => Promise<unknown>>> = {
    'the screen': () => navigator.mediaDevices.getDisplayMedia(),
    'notices of its own': async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('Not granted.')
    },
    USB: () => ask('usb', 'requestDevice', { filters: [] }),
    'a serial port': () => ask('serial', 'requestPort', {}),
    Bluetooth: () => ask('bluetooth', 'requestDevice', { acceptAllDevices: true }),
    'the clipboard': () => navigator.clipboard.readText(),
  }
  return (wishes[wish]?.() ?? Promise.resolve()).then(
    () => 'granted',
    () => 'refused',
  )
}
