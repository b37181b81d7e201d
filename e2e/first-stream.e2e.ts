import { expect, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { test } from './fixtures'
import { pausesOf, sightings, watchArrivals, watchReply } from './visible-text'

const PARAGRAPHS = [
  'Baseball is played by two teams of nine on a field shaped like a diamond.',
  '野球は二つのチームが九人ずつで戦うスポーツです。攻撃と守備を交互に行います。',
  'Families watch it together 👩‍👩‍👧, in Japan 🇯🇵 as much as anywhere, and cafés stay open late.',
  'がぎぐげご, with every mark in its place.',
]
const ANSWER = PARAGRAPHS.join('\n\n')
/** When nothing came for so long, the last character is shown as it stands, though more might join it. */
const PAUSE_MS = 250

const promptField = (page: Page) => page.getByRole('textbox', { name: 'Message' })
const replyText = (page: Page) => page.locator('[data-flowing]').last()

async function send(page: Page, prompt: string): Promise<void> {
  await promptField(page).fill(prompt)
  await promptField(page).press('Enter')
}

test('shows the answer character by character while it arrives, and all of it in the end', async ({
  page,
  emulator,
}) => {
  let isSeen = false
  emulator.script(
    textReply(ANSWER, { charsPerChunk: 6, delayMs: (index) => (index < 20 || isSeen ? 40 : 200) }),
  )
  await watchReply(page)
  await send(page, 'What is baseball?')
  await expect.poll(async () => (await sightings(page)).length).toBeGreaterThanOrEqual(10)
  isSeen = true

  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  await expect.poll(() => replyText(page).innerText()).toBe(ANSWER)

  const seen = await sightings(page)
  const [request] = emulator.requests
  for (const { text } of seen) expect(ANSWER.startsWith(text)).toBe(true)
  expect(seen[0]?.at).toBeLessThan(request?.lastByteAt ?? 0)
  expect(request?.body).toMatchObject({
    contents: [{ role: 'user', parts: [{ text: 'What is baseball?' }] }],
  })
})

test('never shows half of a character, though the network cuts where it likes', async ({
  page,
  emulator,
}) => {
  const families = '👩‍👩‍👧🇯🇵e\u0301か\u3099👍🏽'.repeat(12)
  emulator.script(textReply(families, { charsPerChunk: 1, delayMs: 15, cutOn: 'utf-16' }))
  await watchReply(page)
  await watchArrivals(page)
  await send(page, 'Emoji, please')
  await expect.poll(() => replyText(page).innerText()).toBe(families)

  const ends = new Set<number>([0])
  for (const { index, segment } of new Intl.Segmenter().segment(families)) ends.add(index + segment.length)
  // On a machine that stands still the text may pause anywhere. Half of a surrogate pair is not shown even then.
  const paused = new Set((await pausesOf(page, PAUSE_MS)).map(({ length }) => length))
  const isPause = (length: number) => paused.has(length) || paused.has(length + 1)
  const halves = (await sightings(page)).filter(({ text }) => !ends.has(text.length) && !isPause(text.length))
  expect(halves).toEqual([])
})

for (const how of ['button', 'Escape'] as const) {
  test(`stops at the ${how}: the socket closes and the words stay`, async ({ page, emulator }) => {
    emulator.script(textReply(ANSWER.repeat(20), { charsPerChunk: 4, delayMs: 30 }))
    await send(page, 'Go on and on')
    await expect.poll(async () => (await replyText(page).innerText()).length).toBeGreaterThan(20)

    if (how === 'button') await page.getByRole('button', { name: 'Stop' }).click()
    else await promptField(page).press('Escape')

    await expect.poll(() => emulator.requests[0]?.closedBy).toBe('client')
    await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
    const kept = await replyText(page).innerText()
    expect(kept.length).toBeGreaterThan(20)
    expect(ANSWER.repeat(20).startsWith(kept)).toBe(true)
  })
}

test('comes back to the same words after a reload in mid-reply, and goes on', async ({ page, emulator }) => {
  emulator.script(textReply(ANSWER, { charsPerChunk: 2, delayMs: 40 }))
  await send(page, 'What is baseball?')
  await expect.poll(async () => (await replyText(page).innerText()).length).toBeGreaterThan(15)
  const before = await replyText(page).innerText()

  await page.reload()

  await expect.poll(() => replyText(page).innerText()).toContain(before)
  await expect.poll(() => replyText(page).innerText(), { timeout: 30_000 }).toBe(ANSWER)
  await expect(page.getByRole('log').getByText('What is baseball?')).toBeVisible()
  expect(emulator.requests.filter(({ path }) => path.includes(':streamGenerateContent'))).toHaveLength(1)
})

test('does not send at the Enter that ends a Japanese composition', async ({ page, emulator }) => {
  emulator.script(textReply('野球です。'))
  const ime = await page.context().newCDPSession(page)
  await promptField(page).focus()
  await ime.send('Input.imeSetComposition', { text: 'やきゅう', selectionStart: 4, selectionEnd: 4 })
  await page.keyboard.press('Enter')
  expect(emulator.requests).toHaveLength(0)

  await ime.send('Input.insertText', { text: '野球とは？' })
  await expect(promptField(page)).toHaveValue(/野球とは？/)
  expect(emulator.requests).toHaveLength(0)

  await page.keyboard.press('Enter')
  await expect.poll(() => replyText(page).innerText()).toBe('野球です。')
})

test('shows one sign of life at a time, though an opened thought is still typed when the answer begins', async ({
  page,
  emulator,
}) => {
  const thought = 'They ask about a game. '.repeat(120)
  const thoughts = thought.length / 20
  let isOpened = false
  const delayMs = (index: number) => {
    if (index >= thoughts) return 100
    return index < 100 || isOpened ? 25 : 200
  }
  emulator.script(textReply(ANSWER, { thought, charsPerChunk: 20, delayMs }))
  await page.evaluate(watchLife)
  await send(page, 'What is baseball?')
  await page.getByText(/^Thinking/).click()
  isOpened = true
  await expect.poll(() => replyText(page).innerText()).toBe(ANSWER)
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  const signs = await page.evaluate(() => (window as unknown as { signs: readonly string[] }).signs)
  expect(new Set(signs)).toEqual(new Set(['dot', 'thought', 'answer', '']))
})

/** In the page: notes at each frame what breathes, from the dot before the first word to nothing. */
function watchLife(): void {
  const signs: string[] = []
  Object.assign(window, { signs })
  const look = (): void => {
    const reply = [...document.querySelectorAll('article')].at(-1)
    const carets = [...(reply?.querySelectorAll('[class*="caret"]') ?? [])].filter(
      (caret) => getComputedStyle(caret).visibility === 'visible',
    )
    const waiting = reply?.querySelector('[class*="waiting"]')
    const hasDot = waiting && getComputedStyle(waiting, '::after').content !== 'none'
    const places = carets.map((caret) => (caret.closest('details') ? 'thought' : 'answer'))
    signs.push([...(hasDot ? ['dot'] : []), ...places].join(' '))
    requestAnimationFrame(look)
  }
  look()
}
