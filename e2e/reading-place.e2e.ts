import { expect, type Locator, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { test } from './fixtures'
import { stoodStill, wheel } from './scroll-probe'
import { seedConversation } from './seed-conversation'

/** Pixels that rounding may take. */
const STILL_PX = 2

const log = (page: Page) => page.getByRole('log', { name: 'Conversation' })

/** Paragraphs and code in turn, so that a group of them is far taller than what stands for it before it was seen. */
const LONG_ANSWER = Array.from({ length: 120 }, (_, index) =>
  index % 2 === 0 ? `Part ${index}.` : `\`\`\`\n${'play()\n'.repeat(14)}\`\`\``,
).join('\n\n')

/** The first paragraph in view, and how far below the upper edge of the view it stands. */
function wordsAtTop(page: Page): Promise<{ readonly text: string; readonly top: number }> {
  return page.evaluate(() => {
    const view = document.querySelector('[role="log"]')?.parentElement?.parentElement
    const edge = view?.getBoundingClientRect().top ?? 0
    const first = [...document.querySelectorAll('[data-reply-text] :is(p, li)')].find(
      (words) => words.getBoundingClientRect().top >= edge,
    )
    return { text: first?.textContent ?? '', top: (first?.getBoundingClientRect().top ?? 0) - edge }
  })
}

async function scroll(page: Page, pixels: number): Promise<void> {
  await wheel(page, pixels)
  await stoodStill(page)
}

/** Through all of the answer, whose height is known then, and back to the middle of it. */
async function readThrough(page: Page): Promise<void> {
  const numberAtTop = async () => Number(/\d+/.exec((await wordsAtTop(page)).text)?.[0])
  while ((await numberAtTop()) > 0) await scroll(page, -2_000)
  while ((await numberAtTop()) < 60) await scroll(page, 900)
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Control+N')
  await expect(page.locator('[data-message]')).toHaveCount(0)
}

async function returnTo(page: Page, order: number): Promise<void> {
  await page.getByRole('treeitem').nth(order).click()
  await expect(page.locator('[data-message]').last()).toBeAttached()
  await stoodStill(page)
}

async function expectSameWords(page: Page, before: { readonly text: string; readonly top: number }) {
  const after = await wordsAtTop(page)
  expect(after.text).toBe(before.text)
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(STILL_PX)
}

test('comes back to the words of a long answer that were read, also after a restart', async ({
  launch,
  userData,
}) => {
  test.setTimeout(120_000)
  seedConversation(userData, [{ prompt: 'How is it played?', reply: LONG_ANSWER }])
  const app = await launch()
  const page = await app.firstWindow()
  await expect(log(page).getByText('Part 118.')).toBeVisible()
  await stoodStill(page)
  await readThrough(page)
  const before = await wordsAtTop(page)
  await leave(page)
  await returnTo(page, 0)
  await expectSameWords(page, before)
  await app.close()

  const reopened = await (await launch()).firstWindow()
  await expect(reopened.locator('[data-message]').last()).toBeAttached()
  await stoodStill(reopened)
  await expectSameWords(reopened, before)
})

test('comes back to the words of a long list that were read when its lines were longer', async ({
  launch,
  userData,
}) => {
  const words = 'The batter waits for a throw that comes down the middle of the plate. '
  const items = Array.from({ length: 100 }, (_, index) => `- Part ${index}. ${words.repeat(2)}`).join('\n')
  seedConversation(userData, [{ prompt: 'How is it played?', reply: items }])
  const app = await launch()
  const page = await app.firstWindow()
  await expect(log(page).getByText('Part 99.')).toBeVisible()
  await stoodStill(page)
  await scroll(page, -1_500)
  const before = await wordsAtTop(page)
  await leave(page)
  await page.evaluate(() => document.documentElement.style.setProperty('--column', '30rem'))
  await returnTo(page, 0)
  expect((await wordsAtTop(page)).text).toBe(before.text)
})

test('comes back to where the reader stopped by selecting words, and to the end after a jump', async ({
  launch,
  userData,
}) => {
  seedConversation(userData, [{ prompt: 'How is it played?', reply: LONG_ANSWER }])
  const page = await (await launch()).firstWindow()
  const jump = page.getByRole('button', { name: /^Jump to latest/ })
  await log(page).getByText('Part 118.').click({ clickCount: 3 })
  await expect(jump).toBeVisible()
  const before = await wordsAtTop(page)
  await leave(page)
  await returnTo(page, 0)
  await expect(jump).toBeVisible()
  await expectSameWords(page, before)

  await jump.click()
  await expect(jump).toHaveCount(0)
  await leave(page)
  await returnTo(page, 0)
  await expect(jump).toHaveCount(0)
})

/** Until it stands there: what is above it may still be laid out. */
async function expectTop(locator: Locator, top: number): Promise<void> {
  const distance = async () => Math.abs(((await locator.boundingBox())?.y ?? Number.NaN) - top)
  await expect.poll(distance).toBeLessThanOrEqual(STILL_PX)
}

/** With code, whose lines are a group of their own, as the switch between versions is. */
const parts = (count: number) =>
  ['```\nplay()\n```', ...Array.from({ length: count }, (_, index) => `Part ${index}.`)].join('\n\n')

test('switches between versions under the hand of a reader who is not at the end', async ({
  page,
  emulator,
}) => {
  test.setTimeout(120_000)
  const answer = page.getByRole('article').nth(1)
  const field = page.getByRole('textbox', { name: 'Message' })
  const untilAnswered = async (last: string) => {
    await expect(log(page).getByText(last)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0)
  }
  const ask = async (prompt: string) => {
    await field.fill(prompt)
    await field.press('Enter')
  }
  emulator.script(textReply(parts(60)))
  await ask('How is it played?')
  await untilAnswered('Part 59.')
  emulator.script(textReply(parts(41)))
  await ask('And then?')
  await untilAnswered('Part 40.')
  emulator.script(textReply(parts(120)))
  await answer.getByRole('button', { name: 'More' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Answer again', exact: true }).press('Enter')
  await untilAnswered('Part 119.')
  emulator.script(textReply(parts(42)))
  await ask('What else?')
  await untilAnswered('Part 41.')

  const version = page.getByLabel(/^Version \d of 2$/)
  await version.evaluate((element) => {
    element.scrollIntoView({ block: 'center' })
    // Elsewhere than where the focus would take it.
    document.querySelector('[role="log"]')?.parentElement?.parentElement?.scrollBy(0, 100)
  })
  await stoodStill(page)
  const { y: pressed = Number.NaN } = (await version.boundingBox()) ?? {}
  for (const [way, now] of [
    ['Previous', 1],
    ['Next', 2],
    ['Previous', 1],
  ] as const) {
    await page.getByRole('button', { name: `${way} version` }).click()
    await expect(version).toHaveAttribute('aria-label', `Version ${now} of 2`)
    await stoodStill(page)
    await expectTop(version, pressed)
  }

  await log(page).focus()
  await page.keyboard.press('Home')
  await stoodStill(page)
  const { y: top = Number.NaN } = (await answer.boundingBox()) ?? {}
  await answer.getByRole('button', { name: 'Next version' }).evaluate((button) => {
    button.focus({ preventScroll: true })
  })
  for (const [key, now] of [
    ['Alt+ArrowRight', 2],
    ['Alt+ArrowLeft', 1],
  ] as const) {
    await page.keyboard.press(key)
    await expect(version).toHaveAttribute('aria-label', `Version ${now} of 2`)
    await stoodStill(page)
    await expectTop(answer, top)
    await expect(page.locator('[role="group"] button:focus')).toHaveCount(1)
  }
})

test('shows whole what stands a little out of a group of blocks', async ({ launch, userData }) => {
  const numbers = Array.from({ length: 4 }, (_, index) => `${100 + index}. inning`).join('\n')
  const table = '| Base | Distance |\n| --- | --- |\n| first | 27 m |'
  const fillers = Array.from({ length: 15 }, (_, index) => `Part ${index}.`).join('\n\n')
  const reply = [numbers, fillers, table, fillers, 'The end.'].join('\n\n')
  seedConversation(userData, [{ prompt: 'How is it played?', reply }])
  const page = await (await launch()).firstWindow()

  const item = log(page).getByRole('listitem').first()
  await item.scrollIntoViewIfNeeded()
  const isDigitShown = await item.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect()
    const indent = Number.parseFloat(getComputedStyle(element.parentElement ?? element).paddingInlineStart)
    return document.elementFromPoint(left - indent - 4, top + 10)?.closest('li') === element
  })
  const tools = log(page).getByRole('button', { name: 'Copy as CSV' }).locator('..')
  await tools.scrollIntoViewIfNeeded()
  const isToolTopShown = await tools.evaluate((element) => {
    const { left, top, width } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(left + width / 4, top + 3))
  })
  expect({ isDigitShown, isToolTopShown }).toEqual({ isDigitShown: true, isToolTopShown: true })
})
