import { expect, type Locator, type Page } from '@playwright/test'

import { textReply } from '../emulators/vertex/reply-script'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { vertexEnv } from './launch-app'
import { paste } from './paste'
import { seedConversation } from './seed-conversation'

const tree = (page: Page) => page.getByRole('tree')
const lines = (page: Page) => page.getByRole('treeitem')
const line = (page: Page, name: string) => lines(page).filter({ hasText: name })

/** Of the menu that is open; a list of its own opens with the last but one. */
async function choose(page: Page, ...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    const wanted = { name, exact: typeof name === 'string' }
    const item = page.getByRole('menuitem', wanted).or(page.getByRole('menuitemcheckbox', wanted))
    await item.last().focus()
    await page.keyboard.press(name === names.at(-1) ? 'Enter' : 'ArrowRight')
  }
}

/** The menu of the line that the keys are at. */
async function openMenu(page: Page): Promise<void> {
  await tree(page).focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
}

async function goTo(page: Page, name: string): Promise<void> {
  await tree(page).focus()
  await page.keyboard.press('Home')
  const isThere = () => line(page, name).first().getAttribute('data-active')
  for (let step = 0; step < 20 && (await isThere()) !== 'true'; step++) await page.keyboard.press('ArrowDown')
  expect(await isThere()).toBe('true')
}

async function name(page: Page, typed: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover()
  await page.mouse.down()
  await to.hover()
  await to.hover()
  await page.mouse.up()
}

test('puts conversations in order by keys: pinned, in folders, archived, deleted, and each undone', async ({
  launch,
  userData,
}) => {
  for (const name of ['Cricket', 'Baseball', 'Chess']) {
    seedConversation(userData, [{ prompt: name, reply: `About ${name}.` }])
  }
  const page = await (await launch()).firstWindow()
  await expect(lines(page)).toHaveText(['Chess', 'Baseball', 'Cricket'])

  await goTo(page, 'Cricket')
  await openMenu(page)
  await choose(page, 'Pin')
  await expect(lines(page)).toHaveText(['Cricket', 'Chess', 'Baseball'])
  await goTo(page, 'Cricket')
  await openMenu(page)
  await choose(page, 'Unpin')
  await expect(lines(page)).toHaveText(['Chess', 'Baseball', 'Cricket'])

  await goTo(page, 'Baseball')
  await openMenu(page)
  await choose(page, 'Move to', 'New folder')
  await name(page, 'Sports')
  await expect(lines(page)).toHaveText([/^Sports/, 'Baseball', 'Chess', 'Cricket'])
  await goTo(page, 'Sports')
  await openMenu(page)
  await choose(page, 'New folder within')
  await name(page, 'Ball')
  await goTo(page, 'Cricket')
  await openMenu(page)
  await choose(page, 'Move to', /Ball$/)
  await expect(lines(page)).toHaveText([/^Sports/, /^Ball/, 'Cricket', 'Baseball', 'Chess'])
  await expect(line(page, 'Cricket')).toHaveAttribute('aria-level', '3')
  await page.keyboard.press('Control+z')
  await expect(lines(page)).toHaveText([/^Sports/, /^Ball/, 'Baseball', 'Chess', 'Cricket'])

  await goTo(page, 'Chess')
  await openMenu(page)
  await choose(page, 'Archive')
  await expect(line(page, 'Chess')).toHaveCount(0)
  await page.getByRole('button', { name: 'List options' }).press('Enter')
  await choose(page, 'Show archived')
  await expect(lines(page)).toHaveText(['Chess'])
  await goTo(page, 'Chess')
  await openMenu(page)
  await choose(page, 'Take out of the archive')
  await expect(page.getByText('Nothing is archived.')).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).press('Enter')
  await expect(line(page, 'Chess')).toHaveCount(1)

  await goTo(page, 'Sports')
  await page.keyboard.press('ArrowLeft')
  await expect(line(page, 'Baseball')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await expect(line(page, 'Sports')).toHaveCount(0)
  await expect(line(page, 'Baseball')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(line(page, 'Sports')).toHaveCount(1)

  await goTo(page, 'Chess')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(lines(page).and(page.locator('[aria-selected="true"]'))).toHaveText(['Chess', 'Cricket'])
  await page.keyboard.press('Delete')
  await expect(line(page, 'Cricket')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(line(page, 'Cricket')).toHaveCount(1)
})

test('is worked by the pointer: dragged into a folder, several picked, and out of the way where it is narrow', async ({
  launch,
  userData,
}) => {
  for (const name of ['Cricket', 'Baseball', 'Chess', 'Go']) {
    seedConversation(userData, [{ prompt: name, reply: `About ${name}.` }])
  }
  const app = await launch()
  const page = await app.firstWindow()
  await goTo(page, 'Go')
  await openMenu(page)
  await choose(page, 'Move to', 'New folder')
  await name(page, 'Games')
  await drag(page, line(page, 'Chess'), line(page, 'Games'))
  await expect(lines(page)).toHaveText([/^Games/, /Chess|Go/, /Chess|Go/, 'Baseball', 'Cricket'])
  await expect(line(page, 'Chess')).toHaveAttribute('aria-level', '2')

  await line(page, 'Baseball').click({ modifiers: ['ControlOrMeta'] })
  await line(page, 'Cricket').click({ modifiers: ['ControlOrMeta'] })
  const picked = lines(page).and(page.locator('[aria-selected="true"]'))
  await expect(picked).toHaveText(['Baseball', 'Cricket'])
  await line(page, 'Cricket').click()
  await expect(page.getByRole('log').getByText('About Cricket.')).toBeVisible()
  await line(page, 'Baseball').click({ modifiers: ['Shift'] })
  await expect(picked).toHaveText(['Baseball', 'Cricket'])
  await drag(page, line(page, 'Cricket'), line(page, 'Games'))
  await expect(line(page, 'Baseball')).toHaveAttribute('aria-level', '2')

  const resize = (width: number) =>
    app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 700), width)
  await resize(480)
  await expect(tree(page)).not.toBeInViewport()
  await page.getByRole('button', { name: 'Show conversations' }).click()
  await line(page, 'Go').click()
  await expect(page.getByRole('log').getByText('About Go.')).toBeVisible()
  await expect(tree(page)).not.toBeInViewport()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()

  await resize(1000)
  await line(page, 'Go').first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await name(page, 'Checkers')
  await expect(line(page, 'Checkers')).toBeVisible()
  await expect(tree(page)).toBeFocused()
})

test('does to a message what its menu says, by keys, and comes back to an answer that is being written', async ({
  launch,
  emulator,
  userData,
}) => {
  seedConversation(userData, [{ prompt: 'Another', reply: 'Elsewhere.' }])
  const page = await (await launch({ env: vertexEnv(emulator) })).firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  const field = page.getByRole('textbox', { name: 'Message' })
  const log = page.getByRole('log')
  const more = page.getByRole('button', { name: 'More for this message' })

  await expect(log.getByText('Elsewhere.')).toBeVisible()
  await page.keyboard.press('Control+n')
  await expect(log.getByText('Elsewhere.')).toHaveCount(0)
  emulator.script(textReply('The first answer.'))
  await field.fill('What is baseball?')
  await field.press('Enter')
  await expect(log.getByText('The first answer.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()

  emulator.script(textReply('The **second** answer.'))
  await more.last().press('Enter')
  await choose(page, 'Answer again')
  await expect(log.getByText('The second answer.')).toBeVisible()
  await expect(page.getByLabel(/^Version 2 of 2$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  await more.last().press('Enter')
  await choose(page, 'Delete this message')
  await expect(log.getByText('The second answer.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().press('Enter')
  await expect(log.getByText('The second answer.')).toBeVisible()
  await more.first().press('Enter')
  await choose(page, 'Delete this message and all that follows')
  await expect(log.getByRole('article')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().press('Enter')
  await expect(log.getByText('The second answer.')).toBeVisible()

  const words = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ')
  // Slow for as long as the reader is elsewhere, however long a slow computer needs for the way.
  let isBack = false
  const delayMs = (index: number) => (index < 20 || isBack ? 4 : 200)
  emulator.script(textReply(words, { charsPerChunk: 8, delayMs }))
  await field.fill('A long one')
  await field.press('Enter')
  await expect(log.getByText('word5', { exact: false })).toBeVisible()
  await goTo(page, 'Another')
  await page.keyboard.press('Enter')
  await expect(log.getByText('Elsewhere.')).toBeVisible()
  await expect(line(page, 'What is baseball?')).toContainText('being answered')
  isBack = true
  await goTo(page, 'What is baseball?')
  await page.keyboard.press('Enter')
  await expect(log.getByText('word399')).toBeVisible({ timeout: 30_000 })
  expect(await log.locator('[data-reply-text]').last().innerText()).toBe(words)

  await more.nth(1).press('Enter')
  await choose(page, 'Copy as rich text')
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  const copied = await paste(page)
  expect(copied.text).toBe('The **second** answer.')
  expect(copied.html).toContain('<strong>second</strong>')
})
