import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createRelay } from 'node:net'

import { type ElectronApplication, expect, type Page } from '@playwright/test'

import { test as base } from './fixtures'

interface Attack {
  readonly app: ElectronApplication
  readonly page: Page
  /** A server that must hear nothing. */
  readonly stranger: { readonly origin: string; readonly heard: readonly string[] }
}

const test = base.extend<{ attack: Attack }>({
  attack: async ({ launch }, use) => {
    const heard: string[] = []
    const server: Server = createServer((request, response) => {
      heard.push(request.url ?? '')
      response.end('heard you')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const app = await launch()
    const page = await app.firstWindow()
    await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
    await use({ app, page, stranger: { origin: originOf(server), heard } })
    server.close()
  },
})

test('runs the page sandboxed, isolated and without Node', async ({ attack: { app, page } }) => {
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  )
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Electron has it for this purpose, and leaves it out of its types.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): object }
    return contents.getLastWebPreferences()
  })
  expect(globals).toEqual([])
  expect(await page.evaluate(() => Object.keys((window as unknown as { bridge: object }).bridge))).toEqual([
    'ask',
    'on',
  ])
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  })
  const isSandboxed = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .every(({ sandboxed }) => sandboxed !== false),
  )
  expect(isSandboxed).toBe(true)
})

test('serves the page from its own origin with a strict policy in the header', async ({
  attack: { page },
}) => {
  const headers = await page.evaluate(async () => {
    const response = await fetch(location.href)
    return Object.fromEntries(response.headers)
  })
  expect(await page.evaluate(() => location.origin)).toBe('app://nagare')
  expect(headers['content-security-policy']?.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]),
  )
  expect(headers['content-security-policy']).not.toContain('unsafe')
})

test('turns no string into HTML or script', async ({ attack: { page } }) => {
  const verdicts = await page.evaluate(() => {
    const refused = (act: () => unknown): boolean => {
      try {
        act()
        return false
      } catch {
        return true
      }
    }
    return {
      innerHTML: refused(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      policy: refused(() =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
        ).trustedTypes.createPolicy('x', {}),
      ),
      scriptText: refused(() => (document.createElement('script').text = '1')),
    }
  })
  expect(verdicts).toEqual({ innerHTML: true, policy: true, scriptText: true })
})

test('lets the page reach no network', async ({ attack: { page, stranger } }) => {
  const failures = await page.evaluate(async (origin) => {
    const isRefused = (attempt: Promise<unknown>) =>
      attempt.then(
        () => false,
        () => true,
      )
    const image = new Promise((resolve, reject) => {
      const element = new Image()
      element.onload = resolve
      element.onerror = reject
      element.src = `${origin}/image`
    })
    const socket = new Promise((resolve, reject) => {
      const opened = new WebSocket(origin.replace('http', 'ws'))
      opened.onopen = resolve
      opened.onerror = reject
    })
    navigator.sendBeacon(`${origin}/beacon`, 'x')
    return Promise.all([isRefused(fetch(`${origin}/fetch`)), isRefused(image), isRefused(socket)])
  }, stranger.origin)
  expect({ failures, heard: stranger.heard }).toEqual({ failures: [true, true, true], heard: [] })
})

test('lets no call of WebRTC out, which the policy does not see', async ({ attack: { page } }) => {
  let calls = 0
  const relay = createRelay(() => calls++)
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  const { port } = relay.address() as AddressInfo
  const isRefused = await page.evaluate(async (at) => {
    const peer = new RTCPeerConnection({
      iceServers: [{ urls: `turn:127.0.0.1:${at}?transport=tcp`, username: 'secret', credential: 'x' }],
      iceTransportPolicy: 'relay',
    })
    peer.createDataChannel('x')
    const gathered = new Promise((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(true)
    })
    await peer.setLocalDescription(await peer.createOffer())
    return gathered
  }, port)
  relay.close()
  expect({ isRefused, calls }).toEqual({ isRefused: true, calls: 0 })
})

test('denies windows, navigations and frames', async ({ attack: { app, page, stranger } }) => {
  await muteOpenExternal(app)
  await page.evaluate((origin) => {
    window.open('about:blank')
    window.open(`${origin}/window`)
    const frame = document.createElement('iframe')
    frame.src = `${origin}/frame`
    document.body.append(frame)
    location.href = `${origin}/navigate`
  }, stranger.origin)
  await page.waitForTimeout(500)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await page.evaluate(() => location.origin)).toBe('app://nagare')
  expect(stranger.heard).toEqual([])
})

test('grants no permission but copying', async ({ attack: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'clipboard-read']
    const results = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    )
    return results.map(({ state }) => state)
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied', 'denied'])
  const isRefused = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => false,
      () => true,
    ),
  )
  expect(isRefused).toBe(true)
})

test('opens only links that the judge allows, and outside', async ({ attack: { app, page } }) => {
  await muteOpenExternal(app)
  await page.evaluate(() => {
    for (const link of [
      'https://example.com/',
      'mailto:a@example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://x/y',
      'https://bank@evil.example/',
    ]) {
      window.open(link)
    }
  })
  await expect.poll(() => openedLinks(app)).toEqual(['https://example.com/', 'mailto:a@example.com'])
})

test('answers a request that the contract does not know with a refusal', async ({ attack: { page } }) => {
  const answers = await page.evaluate(async () => {
    const { bridge } = window as unknown as {
      bridge: { ask(name: string, input: unknown): Promise<unknown> }
    }
    return Promise.all([
      bridge.ask('readFile', { path: '/etc/passwd' }),
      bridge.ask('__proto__', {}),
      bridge.ask('startReply', { text: 'x' }),
      bridge.ask('stopReply', null),
    ])
  })
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } })
})

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Notes in main what would have been handed to the system. */
async function muteOpenExternal(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
}

function openedLinks(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
}
