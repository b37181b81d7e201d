import { type ElectronApplication, expect, type Frame, type Page } from '@playwright/test'

import { test } from './fixtures'
import { seedConversation } from './seed-conversation'
import { startStranger } from './stranger'

const DIAGRAM = '```mermaid\nflowchart LR\n  accTitle: The river\n  A --> B\n```'

/** Attack, and where a window stands that has our bridge and is not our page. */
const WRONG_PLACES = [
  ['nothing', 'about:blank'],
  ['a page that is its own address', 'data:text/html,stranger'],
  ['the page that draws exports', 'app://nagare/export.html'],
  ['the page with a query', 'app://nagare/index.html?stranger'],
  ["the diagrams' frame as a window", 'app://diagram/diagram.html'],
] as const

test('forged requests: a bridge where it does not belong', async ({ launch, userData }) => {
  seedConversation(userData, [{ prompt: 'Draw', reply: DIAGRAM }])
  const stranger = await startStranger()
  const app = await launch()
  await expect((await app.firstWindow()).getByRole('textbox', { name: 'Message' })).toBeVisible()

  for (const [attack, address] of [
    ...WRONG_PLACES,
    ['another origin, at the same path', `${stranger.origin}/index.html`],
  ] as const) {
    await test.step(`in ${attack}`, async () => {
      const page = await openForged(app, address)
      expect.soft(await ask(page)).toBe('refused')
      await page.close()
    })
  }
  stranger.close()

  // Electron lets the bridge into frames only where it is told so: here it is.
  const page = await openForged(app, 'app://nagare/index.html')
  await expect(page.getByRole('img', { name: 'The river' })).toBeVisible({ timeout: 30_000 })
  await test.step('the same bridge in our page is answered: what is refused here is the place', async () => {
    expect.soft(await ask(page)).toBe('answered')
  })
  await test.step('in the frame in which diagrams are drawn', async () => {
    const frame = page.frames().find((each) => each.url().startsWith('app://diagram/'))
    expect.soft(frame && (await ask(frame))).toBe('refused')
  })
})

/** A window as only main could open it: with the app's bridge, in its session, in every frame. */
async function openForged(app: ElectronApplication, address: string): Promise<Page> {
  const isOpen = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow, app: electron, session: sessions }, url) => {
    const { join } = process.getBuiltinModule('node:path')
    // The page's own session lets nothing in from the network.
    const session = sessions.fromPartition(url.startsWith('http') ? 'stranger' : 'persist:page')
    const window = new BrowserWindow({
      webPreferences: {
        preload: join(electron.getAppPath(), 'out/preload/index.cjs'),
        sandbox: true,
        nodeIntegrationInSubFrames: true,
        session,
      },
    })
    await window.loadURL(url).catch(() => undefined)
  }, address)
  return isOpen
}

/** `no bridge` would prove nothing. */
function ask(place: Page | Frame): Promise<string> {
  return place.evaluate(async () => {
    const { bridge } = window as unknown as {
      bridge?: { ask(name: string, input: unknown): Promise<Answer> }
    }
    if (bridge === undefined) return 'no bridge'
    const answer = await bridge.ask('listModels', {}).catch(() => undefined)
    return answer?.ok === true ? 'answered' : 'refused'
  })
}

interface Answer {
  readonly ok: boolean
}
