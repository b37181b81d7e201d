import { expect, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { test } from './fixtures'

import { seedConversation } from './seed-conversation'

const FILLER = 'Water flows past the mill. '.repeat(8)

/** A long conversation in which one word stands far up, once in a link's address, and twice in one reply. */
const TURNS = Array.from({ length: 60 }, (_, index) => ({
  prompt: `Question ${index}`,
  reply: index === 3 ? `${FILLER}\n\nThe **kingfisher** and the Kingfisher. ${FILLER}` : FILLER,
}))

const marked = (page: Page, name: string) =>
  page.evaluate((highlight) => {
    const ranges = [...(CSS.highlights.get(highlight) ?? [])]
    return ranges.map((range) => {
      const live = document.createRange()
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      return live.toString()
    })
  }, name)

test('finds a message and a word in it by the keyboard alone', async ({ launch, userData }) => {
  seedConversation(userData, TURNS)
  seedConversation(userData, [{ prompt: 'Something else', reply: 'Entirely.' }])
  const page = await (await launch()).firstWindow()
  await expect(page.getByText('Something else').first()).toBeVisible()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused()
  await page.keyboard.type('kingfisher -entirely after:2020')
  await expect(page.getByRole('option').filter({ hasText: 'kingfisher' })).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: '1 result' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('kingfisher', { exact: true })).toBeInViewport()
  // The palette gives the focus back when it has gone.
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()

  await page.keyboard.press('Control+f')
  await page.keyboard.type('KINGFISHER')
  const find = page.getByRole('search', { name: 'Find in this conversation' })
  await expect(find.getByRole('status')).toHaveText('1 of 2')
  await expect.poll(() => marked(page, 'find-current')).toEqual(['kingfisher'])
  await page.keyboard.press('Enter')
  await expect(find.getByRole('status')).toHaveText('2 of 2')
  await expect.poll(() => marked(page, 'find-current')).toEqual(['Kingfisher'])
  // Each way to step, forwards and backwards; after the last comes the first.
  for (const [keys, status] of [
    ['F3', '1 of 2'],
    ['Shift+F3', '2 of 2'],
    ['Shift+Enter', '1 of 2'],
    ['Control+g', '2 of 2'],
    ['Control+Shift+G', '1 of 2'],
  ] as const) {
    await page.keyboard.press(keys)
    await expect(find.getByRole('status'), keys).toHaveText(status)
  }
  await page.keyboard.press('Escape')
  await expect(find).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
})

test('finds Japanese of one and two characters, in any way of writing', async ({ launch, userData }) => {
  seedConversation(userData, [{ prompt: '鴨川のほとりで', reply: 'ストリームを見ました。' }])
  const page = await (await launch({ language: 'ja' })).firstWindow()
  await expect(page.getByText('鴨川のほとりで').first()).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /検索/ })
  for (const [query, found] of [
    ['川', '川'],
    ['ﾘｰ', 'リー'],
    ['すとりーむ', 'ストリーム'],
  ] as const) {
    await field.fill(query)
    await expect(page.getByRole('option').locator('mark').filter({ hasText: found }).first()).toBeVisible()
  }
  await field.fill('before:foo')
  await expect(page.getByText('「foo」は日付として読み取れません。')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('is found by the pointer alone', async ({ launch, userData }) => {
  seedConversation(userData, [{ prompt: 'The heron', reply: 'Stands still.' }])
  seedConversation(userData, [{ prompt: 'Something else', reply: 'Entirely.' }])
  const page = await (await launch()).firstWindow()
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByRole('option').filter({ hasText: 'The heron' }).first().click()
  await expect(page.getByRole('log').getByText('Stands still.')).toBeVisible()
})

test('searches while an answer streams, and finds what it said when it has ended', async ({
  page,
  emulator,
}) => {
  const said = Array.from({ length: 400 }, (_, index) => `flow${index}`).join(' ')
  // It goes on for as long as a slow computer needs to type, a little with each letter.
  let soon = 40
  const delayMs = (index: number) => (index < soon ? 15 : 300)
  emulator.script(textReply(`${said} waterwheel`, { charsPerChunk: 12, delayMs }))
  const message = page.getByRole('textbox', { name: 'Message' })
  await message.fill('Stream')
  await message.press('Enter')
  const reply = page.locator('[data-reply-text]')
  await expect(reply).toContainText('flow3')

  await page.keyboard.press('Control+k')
  const shown: number[] = []
  for (const letter of 'stream stream stream') {
    soon += 8
    await page.keyboard.type(letter)
    await expect(page.getByRole('option').first()).toBeVisible()
    shown.push((await reply.textContent())?.length ?? 0)
  }
  // It went on being shown between the letters, and never went back.
  expect(shown).toEqual(shown.toSorted((one, other) => one - other))
  expect(new Set(shown).size).toBeGreaterThan(3)

  soon = Infinity
  await page.keyboard.press('Escape')
  await expect(reply).toContainText('waterwheel')
  // Its end is written down by now.
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /^Search/ })
  await field.fill('waterwheel')
  await expect(page.getByRole('option').filter({ hasText: 'waterwheel' })).toHaveCount(1)
})
