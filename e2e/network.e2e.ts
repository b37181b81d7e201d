import { expect, type Locator, type Page } from '@playwright/test'

import { serviceDisabled } from '../emulators/vertex/google-errors'
import { type ReplyScript, textReply } from '../emulators/vertex/reply-script'
import { startVertexEmulator } from '../emulators/vertex/vertex-emulator'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'
import { sightings, watchReply } from './visible-text'

const WORDS = Array.from({ length: 60 }, (_, index) => `word${index}`)
const TEXT = WORDS.join(' ')
const CHARS_PER_CHUNK = 10

const replyText = (page: Page): Locator => page.locator('[data-flowing]').last()
/** As a reader sees it; a screen reader is told in a place of its own. */
const says = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('log', { name: 'Conversation' }).getByText(words)
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

async function ask(page: Page): Promise<void> {
  await chooseModel(page, 'Gemini 3.5 Flash')
  await page.getByRole('textbox', { name: 'Message' }).fill('Count')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
}

function status(
  code: number,
  more: { readonly body?: unknown; readonly retryAfter?: number } = {},
): ReplyScript {
  const { body, retryAfter } = more
  return {
    chunks: [],
    fault: {
      kind: 'status',
      status: code,
      ...(body === undefined ? {} : { body }),
      ...(retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } }),
    },
  }
}

/** The first so many chunks of the text, then that. */
function broken(kind: 'reset' | 'stall', afterChunks: number): ReplyScript {
  return { ...textReply(TEXT, { charsPerChunk: CHARS_PER_CHUNK, delayMs: 20 }), fault: { kind, afterChunks } }
}

test('says that the proxy failed, and goes around it on no account', async ({ launch, emulator }) => {
  // Without the second switch Chromium reaches this computer without any proxy.
  const args = ['--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>']
  const app = await launch({ env: vertexEnv(emulator), args })
  const page = await app.firstWindow()
  await ask(page)

  await expect(says(page, 'The proxy did not let the request through.')).toBeVisible()
  await expect(button(page, 'Try again')).toBeVisible()
  expect(emulator.requests).toEqual([])
})

test('says that a certificate is not trusted, and sends nothing over that connection', async ({
  launch,
  emulator,
}) => {
  const stranger = await startVertexEmulator()
  const app = await launch({ env: { ...vertexEnv(emulator), NAGARE_EMULATOR_CA: stranger.caFile } })
  const page = await app.firstWindow()
  await ask(page)

  await expect(says(page, 'its certificate is not trusted here.')).toBeVisible()
  expect(emulator.requests).toEqual([])
  await stranger.close()
})

test('keeps the words when the network is cut, and continues them without a seam', async ({
  page,
  emulator,
}) => {
  const afterChunks = 20
  const before = TEXT.slice(0, afterChunks * CHARS_PER_CHUNK)
  emulator.script(broken('reset', afterChunks))
  await watchReply(page)
  await ask(page)

  await expect(says(page, 'The connection broke in the middle of the answer.')).toBeVisible()
  await expect.poll(() => replyText(page).innerText()).toBe(before.trimEnd())

  // The model repeats its last words, as models do.
  const repeated = before.length - 24
  emulator.script(textReply(TEXT.slice(repeated), { charsPerChunk: 7, delayMs: 20 }))
  await button(page, 'Continue').click()

  await expect.poll(() => replyText(page).innerText()).toBe(TEXT)
  const seams = (await sightings(page)).filter(({ text }) => !TEXT.startsWith(text))
  expect(seams).toEqual([])
  await expect(button(page, 'Continue')).toHaveCount(0)
  await expect(page.getByRole('article', { name: 'Gemini 3.5 Flash' })).toHaveCount(1)
  expect(emulator.requests).toHaveLength(2)
  expect(emulator.requests[1]?.body).toMatchObject({
    contents: [
      { role: 'user', parts: [{ text: 'Count' }] },
      { role: 'model', parts: [{ text: before }] },
      { role: 'user' },
    ],
  })
})

test('tells an API that is switched off from a role that is missing', async ({ page, emulator }) => {
  emulator.script(status(403, { body: serviceDisabled() }), status(403))
  await ask(page)
  await expect(
    says(page, /The Vertex AI API is switched off in .+ Enable it in the Google Cloud console/),
  ).toBeVisible()

  await button(page, 'Try again').click()
  await expect(
    says(page, /Your account may not use models in .+ Ask for the role “Vertex AI User”/),
  ).toBeVisible()
  expect(emulator.requests).toHaveLength(2)
})

test('counts down the pause that the provider asked for, then answers', async ({ page, emulator }) => {
  const seconds = 6
  emulator.script(status(429, { retryAfter: seconds }), textReply(TEXT))
  const readCounted = await watchCountdown(page)
  await ask(page)

  await expect.poll(() => replyText(page).innerText(), { timeout: 30_000 }).toBe(TEXT)
  const counted = await readCounted()
  expect(counted.length).toBeGreaterThan(1)
  expect(counted).toEqual(counted.toSorted((one, other) => other - one))
  expect(counted[0]).toBeLessThanOrEqual(seconds)
  await expect(says(page, 'Trying again')).toHaveCount(0)
  const [first, second] = emulator.requests.map(({ startedAt }) => startedAt)
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(seconds * 1000)
})

test('stops in a silence: the socket closes, the words stay', async ({ page, emulator }) => {
  const afterChunks = 8
  emulator.script(broken('stall', afterChunks))
  await ask(page)
  const before = TEXT.slice(0, afterChunks * CHARS_PER_CHUNK)
  await expect.poll(() => replyText(page).innerText()).toBe(before.trimEnd())

  await button(page, 'Stop').click()
  await expect.poll(() => emulator.requests[0]?.closedBy).toBe('client')
  await expect(says(page, 'You stopped this answer.')).toBeVisible()
  expect(await replyText(page).innerText()).toBe(before.trimEnd())
  await expect(button(page, 'Continue')).toBeVisible()
})

/** Notes each number of seconds that the window shows, for a slow computer may show one for less than a look takes. */
async function watchCountdown(page: Page): Promise<() => Promise<readonly number[]>> {
  const counted = await page.evaluateHandle(() => {
    const seen: number[] = []
    new MutationObserver(() => {
      const text = document.querySelector('[role="log"]')?.textContent ?? ''
      const left = /Trying again in (\d+) s \(1 of 2\)/.exec(text)?.[1]
      if (left !== undefined && Number(left) !== seen.at(-1)) seen.push(Number(left))
    }).observe(document, { subtree: true, childList: true, characterData: true })
    return seen
  })
  return () => counted.jsonValue()
}
