import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { requests } from '../src/shared/contract'
import { EXFILTRATION_TEXTS } from '../src/renderer/src/markdown/testing/exfiltration-texts'
import { BETWEEN, toHostileDocument } from '../src/renderer/src/markdown/testing/hostile-document'
import { HOSTILE_TEXTS } from '../src/renderer/src/markdown/testing/hostile-texts'
import { chooseModel } from './choose-model'
import { test as base } from './fixtures'
import { attempts, watchAttempts, watchForeign } from './foreign'
import { vertexEnv } from './launch-app'

interface WayOut {
  readonly address: string
  /** What left the app, to whatever host but this computer. */
  readonly heard: readonly string[]
}

/** Every way out of the app leads here; nothing may come. */
const test = base.extend<{ wayOut: WayOut }>({
  wayOut: async ({}, use) => {
    const heard: string[] = []
    const server = createServer(({ url = '' }, response) => {
      heard.push(url)
      response.end()
    })
    server.on('connect', ({ url = '' }, socket) => {
      heard.push(url)
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({ address: `127.0.0.1:${(server.address() as AddressInfo).port}`, heard })
    server.close()
  },
})

/** All that would carry something out, and of the others a share, in which each kind is: the component tests go through every one. */
const ATTACKS = [...EXFILTRATION_TEXTS, ...HOSTILE_TEXTS.filter((_, index) => index % 11 === 0)]

const PER_REPLY = 16

/** The requests that need more than their name; the others would be answered, by a box of the system too. */
const ASK_SOMETHING = Object.entries(requests)
  .filter(([, body]) => !body.safeParse({}).success)
  .map(([name]) => name)

test('answers: no payload runs, asks for anything or brings an element, at any step of its stream or settled', async ({
  launch,
  emulator,
  wayOut,
}) => {
  test.slow()
  expect(new Set(ATTACKS).size).toBeGreaterThanOrEqual(150)
  const app = await launch({ env: vertexEnv(emulator), args: [`--proxy-server=${wayOut.address}`] })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  await watchAttempts(app, page)
  const look = await watchForeign(page)
  let seen = 0
  for (let from = 0; from < ATTACKS.length; from += PER_REPLY) {
    const attacks = ATTACKS.slice(from, from + PER_REPLY)
    emulator.script(textReply(toHostileDocument(attacks), { charsPerChunk: 5, delayMs: 1, seed: from }))
    const start = emulator.requests.at(-1)?.lastByteAt ?? 0
    await page.getByRole('textbox', { name: 'Message' }).fill(`Attack ${from}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => emulator.requests.at(-1)?.lastByteAt).toBeGreaterThan(start)
    await page.getByRole('button', { name: 'Send' }).waitFor()
    // None stood in the code of another.
    const ended = page.locator('[data-reply-text]').last().getByText(BETWEEN, { exact: true })
    await expect(ended).toHaveCount(attacks.length)
    const { seen: seenNow, foreign } = await look()
    // How many steps there are is for the computer’s speed to say; that it streams and that it settles are two.
    expect(seenNow - seen).toBeGreaterThan(2)
    expect(foreign).toEqual([])
    seen = seenNow
  }
  expect(await attempts(app, page)).toEqual([])
  expect(wayOut.heard.filter((url) => !url.startsWith('127.0.0.1'))).toEqual([])
})

test('10,000 random requests: each is refused, and main goes on', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const answers = await page.evaluate(askAtRandom, { names: Object.keys(requests), count: 10_000 })
  expect(answers).toEqual({ 'bad-request': 10_000 })
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeEnabled()
})

test('requests with a prototype in them change no prototype', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const codes = await page.evaluate(async (names) => {
    const { bridge } = window as unknown as BridgedWindow
    const bodies = ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}']
    const asked = names.flatMap((name) => bodies.map((body) => bridge.ask(name, JSON.parse(body) as unknown)))
    return (await Promise.all(asked)).map((answer) => answer.error?.code)
  }, ASK_SOMETHING)
  expect(codes.length).toBeGreaterThan(40)
  expect(new Set(codes)).toEqual(new Set(['bad-request']))
  expect(await app.evaluate(() => 'polluted' in {})).toBe(false)
})

interface BridgedWindow {
  readonly bridge: {
    ask(
      name: string,
      input: unknown,
    ): Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>
  }
}

interface RandomRequests {
  readonly names: readonly string[]
  readonly count: number
}

/** In the page. Bodies that fit no request: each has a key that none knows, or is no object at all. */
async function askAtRandom({ names, count }: RandomRequests): Promise<Record<string, number>> {
  const { bridge } = window as unknown as BridgedWindow
  let state = 1
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const words = ['', 'x', '__proto__', 'constructor', '\u0000', '../..', 'é'.repeat(300), '<script>', 'null']
  const value = (depth: number): unknown => {
    const kinds: readonly (() => unknown)[] = [
      () => words[random(words.length)],
      () => random(2 ** 31) - 2 ** 30,
      () => null,
      () => random(2) === 0,
      () => (depth > 3 ? [] : Array.from({ length: random(5) }, () => value(depth + 1))),
      () =>
        depth > 3 ? 0 : { unknown: value(depth + 1), [words[random(words.length)] ?? '']: value(depth + 1) },
    ]
    return kinds[random(kinds.length)]?.()
  }
  const codes: Record<string, number> = {}
  for (let sent = 0; sent < count; sent += 500) {
    const asked = Array.from({ length: 500 }, () => bridge.ask(names[random(names.length)] ?? '', value(0)))
    for (const answer of await Promise.all(asked)) {
      const code = answer.ok ? 'ok' : (answer.error?.code ?? 'none')
      codes[code] = (codes[code] ?? 0) + 1
    }
  }
  return codes
}
