import { expect, type Locator, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { test } from './fixtures'
import { stoodStill } from './scroll-probe'
import { seedConversation } from './seed-conversation'

const PROSE = 'Baseball is played by two teams of nine on a field shaped like a diamond. '
const LONG = Array.from({ length: 40 }, (_, index) => `Thought ${index}. ${PROSE}`).join('\n\n')
const WIDE = `\`\`\`\n${`${'play() '.repeat(100)}\n`.repeat(6)}\`\`\`\n\nThe end.`

const jumpButton = (page: Page) => page.getByRole('button', { name: /^Jump to latest/ })
const stopButton = (page: Page) => page.getByRole('button', { name: 'Stop' })

async function ask(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill('What is baseball?')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
}

/** In whole pixels. */
const topOf = (what: Locator) => what.evaluate((element) => Math.round(element.getBoundingClientRect().top))

for (const way of ['the pointer', 'a key'] as const) {
  test(`what unfolds at the end of an answer stays where ${way} pressed it`, async ({ page, emulator }) => {
    emulator.script(textReply(WIDE, { thought: LONG, charsPerChunk: 400 }))
    await ask(page)
    await expect(page.getByRole('log').getByText('The end.')).toBeInViewport()
    await expect(stopButton(page)).toHaveCount(0)

    const wrap = page.getByRole('button', { name: 'Wrap', exact: true })
    const summary = page.locator('summary', { hasText: 'Thought' })
    for (const control of [wrap, summary]) {
      await control.evaluate((element) => element.focus({ preventScroll: true }))
      await stoodStill(page)
      await expect(jumpButton(page)).toHaveCount(0)
      const before = await topOf(control)
      if (way === 'the pointer') await control.click()
      else await page.keyboard.press('Enter')
      await expect(jumpButton(page)).toBeVisible()
      await stoodStill(page)
      expect(await topOf(control)).toBe(before)

      await page.keyboard.press('Enter')
      await page.getByRole('log').focus()
      await page.keyboard.press('End')
    }
  })
}

test('what is folded at the end leaves the words above it where they are', async ({ page, emulator }) => {
  emulator.script(textReply(`${LONG}\n\n${WIDE}`, { charsPerChunk: 400 }))
  await ask(page)
  await expect(page.getByRole('log').getByText('The end.')).toBeInViewport()
  await expect(stopButton(page)).toHaveCount(0)
  const wrap = page.getByRole('button', { name: 'Wrap', exact: true })
  await wrap.click()
  await expect(jumpButton(page)).toBeVisible()
  await page.getByRole('log').hover()
  await page.mouse.wheel(0, 60)
  await stoodStill(page)

  const words = page.getByRole('log').getByText('Thought 39.')
  const before = await topOf(words)
  await wrap.evaluate((button: HTMLElement) => button.click())
  await expect(wrap).toHaveAttribute('aria-pressed', 'false')
  await stoodStill(page)
  expect(await topOf(words)).toBe(before)

  await page.mouse.wheel(0, 20)
  await expect(jumpButton(page)).toHaveCount(0)
  await expect(page.getByRole('log').getByText('The end.')).toBeInViewport()
})

test('what copies a block of an answer that comes leaves its end in sight', async ({ page, emulator }) => {
  let isCopied = false
  const text = `${WIDE}\n\n${LONG}`
  const delayMs = (index: number) => (index < 8 || isCopied ? 4 : 200)
  emulator.script(textReply(text, { charsPerChunk: Math.ceil(WIDE.length / 6), delayMs }))
  await ask(page)
  // Wherever it is by now: only what it does counts, and not how the pointer would get there.
  await page
    .getByRole('figure')
    .getByRole('button', { name: 'Copy' })
    .evaluate((button: HTMLElement) => button.click())
  isCopied = true
  await expect(stopButton(page)).toHaveCount(0)
  await expect(jumpButton(page)).toHaveCount(0)
  await expect(page.getByRole('log').getByText('Thought 39.')).toBeInViewport()
})

test('what a reply unfolds beneath itself at the end is in sight', async ({ page, emulator }) => {
  emulator.script(textReply(LONG, { charsPerChunk: 400 }))
  await ask(page)
  await expect(stopButton(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Details' }).click()
  await stoodStill(page)
  await expect(jumpButton(page)).toHaveCount(0)
})

test('nothing that is laid out or unfolded in a finished answer is told as new', async ({
  launch,
  userData,
}) => {
  const lines = (count: number) => `\`\`\`\n${`${'play() '.repeat(40)}\n`.repeat(count)}\`\`\``
  const reply = Array.from({ length: 60 }, (_, index) => `Part ${index}.\n\n${lines(12)}`).join('\n\n')
  seedConversation(userData, [{ prompt: 'What is baseball?', reply }])
  const page = await (await launch()).firstWindow()
  await expect(page.getByRole('log').getByText('Part 59.')).toBeVisible()
  await page.getByRole('log').hover()
  const height = () => page.getByRole('log').evaluate((element) => element.clientHeight)
  const before = await height()
  for (let turn = 0; turn < 12; turn++) {
    await page.mouse.wheel(0, -900)
    await stoodStill(page)
  }
  const wrap = page.getByRole('button', { name: 'Wrap', exact: true }).last()
  await wrap.evaluate((button: HTMLElement) => button.click())
  await expect.poll(height).toBeGreaterThan(before + 200)
  await stoodStill(page)
  await expect(jumpButton(page)).toHaveText('Jump to latest')
})
