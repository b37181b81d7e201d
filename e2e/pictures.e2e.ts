import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Page } from '@playwright/test'

import { HOSTILE_DIAGRAMS } from '../src/renderer/src/markdown/testing/hostile-diagrams'
import { test as base } from './fixtures'
import { stoodStill } from './scroll-probe'
import { seedConversation } from './seed-conversation'

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const PASSWORD = 'planted-proxy-password-0123'
/** What the way out wants to be told before it leads to a guarded host. */
const LOGIN = `Basic ${Buffer.from(`me:${PASSWORD}`).toString('base64')}`

interface WayOut {
  readonly address: string
  /** Every request that left the app, to whatever host. */
  readonly heard: readonly Pick<IncomingMessage, 'url' | 'headers'>[]
}

/** The way out of the app, whatever the host: what it does not hear was never asked for. */
const test = base.extend<{ wayOut: WayOut }>({
  wayOut: async ({}, use) => {
    const heard: Pick<IncomingMessage, 'url' | 'headers'>[] = []
    const server = createServer(({ url, headers }, response) => {
      // Whether an Ollama runs on this computer is asked by the app itself, at its start, not by what is shown.
      if (url === 'http://127.0.0.1:11434/api/tags') return void response.writeHead(404).end()
      heard.push({ url, headers })
      if (url?.includes('://guarded.') && headers['proxy-authorization'] !== LOGIN)
        response.writeHead(407, { 'proxy-authenticate': 'Basic realm="Company"' }).end()
      else if (url?.endsWith('/inside.png'))
        response.writeHead(302, { location: 'http://127.0.0.1/admin' }).end()
      else response.end(PNG)
    })
    server.on('connect', ({ url, headers }: IncomingMessage, socket: Socket) => {
      heard.push({ url, headers })
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({ address: `127.0.0.1:${(server.address() as AddressInfo).port}`, heard })
    server.close()
  },
})

const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\``

const LAST = 'flowchart LR\n  accTitle: The last one\n  S([始まり]) --> E{決める}\n  E -->|はい| F[終わり]'

interface Start {
  readonly launch: (options: { readonly args: readonly string[] }) => Promise<ElectronApplication>
  readonly userData: string
  readonly wayOut: WayOut
}

async function openWith({ launch, userData, wayOut }: Start, reply: string) {
  seedConversation(userData, [{ prompt: 'Pictures, please', reply }])
  const app = await launch({ args: [`--proxy-server=${wayOut.address}`, '--proxy-bypass-list=<-loopback>'] })
  return { app, page: await app.firstWindow() }
}

test('draws diagrams in a frame of its own, in which nothing runs, leads out or reaches the page', async ({
  launch,
  userData,
  wayOut,
}) => {
  test.setTimeout(120_000)
  const reply = [...HOSTILE_DIAGRAMS, 'flowchart LR\n  A -->', LAST].map(fence).join('\n\n')
  const { app, page } = await openWith({ launch, userData, wayOut }, reply)
  await expect(page.getByRole('img', { name: 'The last one' })).toBeVisible({ timeout: 60_000 })

  const sizes = await page.evaluate(async () => {
    // One that is none has no width then.
    await Promise.allSettled([...document.images].map((image) => image.decode()))
    return [...document.images].map(({ naturalWidth, src }) => [naturalWidth > 0, src.slice(0, 19)])
  })
  expect(sizes.length).toBeGreaterThan(HOSTILE_DIAGRAMS.length / 2)
  expect(new Set(sizes.map(String))).toEqual(new Set(['true,data:image/svg+xml;']))
  await expect(
    page.getByText(/This diagram could not be drawn: Mermaid does not understand line/).last(),
  ).toBeVisible()
  expect(await page.evaluate(() => 'hacked' in window || 'hacked' in {})).toBe(false)
  expect(wayOut.heard).toEqual([])

  expect(page.frames()).toHaveLength(2)
  expect(await tryToGetOut(page)).toEqual({
    origin: 'null',
    parent: 'SecurityError',
    storage: 'SecurityError',
    top: 'SecurityError',
    fetch: 'TypeError',
    ownFiles: 'TypeError',
    script: 'undefined',
    handler: 'undefined',
    bridge: 'undefined',
    window: 'null',
    image: 'error',
  })
  expect(wayOut.heard).toEqual([])
  expect(await processes(app)).toMatchObject({ frames: 1, isApart: true })

  const folder = join(userData, 'saved')
  await answerSaveDialogs(app, folder)
  const figure = page.getByRole('figure', { name: 'Diagram: The last one' })
  await figure.getByRole('button', { name: 'Save as SVG' }).click()
  await expect.poll(() => readFile(`${folder}-diagram.svg`, 'utf8').catch(() => '')).toContain('始まり')
  await figure.getByRole('button', { name: 'Save as PNG' }).click()
  await expect
    .poll(() => readFile(`${folder}-diagram.png`, 'latin1').catch(() => ''))
    .toMatch(/^\x89PNG[^]{500,}/)
})

test('loads a remote image when it is asked to, and not before', async ({ launch, userData, wayOut }) => {
  const reply = [
    '![A river](http://pictures.example/river.png)',
    '![A trap](http://pictures.example/inside.png)',
    `![This computer](http://${wayOut.address}/x.png)`,
  ].join('\n\n')
  const { page } = await openWith({ launch, userData, wayOut }, reply)
  const button = (name: string) =>
    page.getByRole('button', { name: new RegExp(`Load image from .*: ${name}`) })
  await expect(button('A river')).toBeVisible()
  expect(wayOut.heard).toEqual([])

  await button('This computer').press('Enter')
  await expect(page.getByText(/lies on this computer or in your own network/)).toBeVisible()
  expect(wayOut.heard).toEqual([])

  await button('A trap').click()
  await expect(page.getByText(/lies on this computer or in your own network/)).toHaveCount(2)
  await button('A river').click()
  const image = page.getByRole('img', { name: 'A river' })
  await expect(image).toHaveAttribute('src', /^blob:app:\/\/nagare\//)
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1)

  expect(wayOut.heard.map(({ url }) => url)).toEqual([
    'http://pictures.example/inside.png',
    'http://pictures.example/river.png',
  ])
  for (const { headers } of wayOut.heard) {
    for (const name of ['cookie', 'referer', 'authorization', 'origin'])
      expect(headers).not.toHaveProperty(name)
  }
})

test('loads a remote image by a proxy that asks for a password', async ({ launch, userData, wayOut }) => {
  await writeFile(join(userData, 'settings.json'), JSON.stringify({ proxyUser: 'me' }))
  await writeFile(
    join(userData, 'keys.json'),
    JSON.stringify({ '.proxy/password': { unprotected: PASSWORD } }),
  )
  const { page } = await openWith({ launch, userData, wayOut }, '![A lake](http://guarded.example/lake.png)')
  await page.getByRole('button', { name: /Load image from .*: A lake/ }).click()
  const image = page.getByRole('img', { name: 'A lake' })
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1)
  expect(wayOut.heard.map(({ headers }) => headers['proxy-authorization'])).toEqual([undefined, LOGIN])
})

/** What the frame would see if a diagram did run in it. */
function tryToGetOut(page: Page) {
  const frame = page.frames().find((each) => each.url().startsWith('app://diagram/'))
  if (frame === undefined) throw new Error('There is no frame')
  return frame.evaluate(async () => {
    const nameOf = (cause: unknown) =>
      cause instanceof Error || cause instanceof DOMException ? cause.name : 'none'
    const attempt = (act: () => unknown): string => {
      try {
        return String(act())
      } catch (cause) {
        return nameOf(cause)
      }
    }
    const reach = (address: string) => fetch(address).then(() => 'reached', nameOf)
    const image = new Promise<string>((resolve) => {
      const element = new Image()
      element.onload = () => resolve('loaded')
      element.onerror = () => resolve('error')
      element.src = 'http://stranger.example/image'
    })
    return {
      origin: self.origin,
      parent: attempt(() => window.parent.document),
      storage: attempt(() => window.localStorage),
      top: attempt(() => (window.top!.location.href = 'http://stranger.example/top')),
      fetch: await reach('http://stranger.example/fetch'),
      ownFiles: await reach('app://nagare/index.html'),
      script: attempt(() => {
        document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' }))
        return typeof (window as unknown as { ran?: unknown }).ran
      }),
      handler: attempt(() => {
        document.body.setAttribute('onclick', 'window.ran = 1')
        document.body.click()
        return typeof (window as unknown as { ran?: unknown }).ran
      }),
      bridge: attempt(() => typeof (window as unknown as { bridge?: unknown }).bridge),
      window: attempt(() => window.open('http://stranger.example/window')),
      image: await image,
    }
  })
}

function processes(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) => {
    const main = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame
    const frames = main?.frames ?? []
    return {
      frames: frames.length,
      isApart: frames.every(({ osProcessId }) => osProcessId !== main?.osProcessId),
    }
  })
}

/** Nobody is there to say where a file goes. */
async function answerSaveDialogs(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ BrowserWindow, dialog }, begin) => {
    BrowserWindow.getFocusedWindow = () => BrowserWindow.getAllWindows()[0] ?? null
    const answer = async (_window: unknown, { defaultPath = '' }: Electron.SaveDialogOptions) => ({
      canceled: false,
      filePath: `${begin}-${defaultPath}`,
    })
    Object.assign(dialog, { showSaveDialog: answer })
  }, folder)
}

const COLUMNS = Array.from({ length: 30 }, (_, index) => `Column ${index}`)
const WIDE_TABLE = [COLUMNS, COLUMNS.map(() => '---'), COLUMNS.map(() => 'a rather wide cell')]
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n')

test('keeps a long conversation of diagrams in its place, each as its reader left it, all by keys', async ({
  launch,
  userData,
}) => {
  test.setTimeout(120_000)
  const turns = Array.from({ length: 60 }, (_, index) => ({
    prompt: `Draw ${index}`,
    reply: `${fence(`flowchart TD\n  accTitle: Picture ${index}\n  A${index} --> B --> C --> D`)}\n\n${index === 59 ? WIDE_TABLE : 'So it is.'}`,
  }))
  seedConversation(userData, turns)
  const page = await (await launch()).firstWindow()
  const picture = (index: number) => page.getByRole('img', { name: `Picture ${index}`, exact: true })
  await expect(picture(59)).toBeVisible({ timeout: 60_000 })

  const table = page.getByRole('region').filter({ has: page.getByRole('table') })
  await table.focus()
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(50)

  const size = () => picture(58).evaluate((element: HTMLImageElement) => element.width)
  const fitting = await size()
  await page.getByRole('region', { name: 'Picture 58', exact: true }).focus()
  await page.keyboard.press('+')
  await expect.poll(size).toBeGreaterThan(fitting)
  const zoomed = await size()

  // To the other end and back, past all of them: what was zoomed is, and one frame draws for all.
  await page.getByRole('log').focus()
  await page.keyboard.press('Home')
  await expect(picture(0)).toBeInViewport({ timeout: 30_000 })
  await expect(picture(58)).toHaveCount(0)
  expect(page.frames().length).toBeLessThanOrEqual(2)
  await expectSteadyWheel(page)
  await page.getByRole('log').focus()
  await page.keyboard.press('End')
  await expect(picture(58)).toBeVisible({ timeout: 30_000 })
  expect(await size()).toBe(zoomed)

  // What is not in the page is found there all the same.
  await page.keyboard.press('Control+F')
  await page.keyboard.type('accTitle: Picture 7\n')
  const find = page.getByRole('search', { name: 'Find in this conversation' })
  await expect(find.getByRole('status')).toHaveText('1 of 1')
  await expect(picture(7)).toBeInViewport({ timeout: 30_000 })
})

/** Down by the wheel, a screen at a time: what is read moves by what the wheel says, though diagrams above and below turn. */
async function expectSteadyWheel(page: Page): Promise<void> {
  const box = await page.getByRole('main').boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  const moves: number[] = []
  for (let step = 0; step < 8; step++) {
    await expect(page.getByRole('img').first()).toBeVisible()
    const anchor = await page.evaluateHandle(() =>
      [...document.querySelectorAll('[data-message]')].find(
        (message) => message.getBoundingClientRect().top > 100,
      ),
    )
    const top = () => anchor.evaluate((message) => message?.getBoundingClientRect().top ?? Number.NaN)
    const before = await top()
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(450)
    await stoodStill(page)
    moves.push(Math.round((await top()) - before))
  }
  // Rounding may take two pixels.
  expect(moves.filter((move) => !(Math.abs(move + 300) <= 2))).toEqual([])
}
