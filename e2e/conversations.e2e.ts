import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Page } from '@playwright/test'
import Database from 'libsql'

import { test } from './fixtures'
import { seedConversation } from './seed-conversation'

const message = (page: Page) => page.getByRole('textbox', { name: 'Message' })
const tree = (page: Page) => page.getByRole('tree', { name: 'All conversations' })
const lines = (page: Page) => page.getByRole('treeitem')

/** Every refusal of the page's policy, such as a style sheet that a library injects. */
async function watchPolicy(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective))
  })
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused)
}

async function pick(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const item = page.getByRole('menuitem', { name, exact: true })
    await expect(item).toBeVisible()
    await item.focus()
    await page.keyboard.press(name === names.at(-1) ? 'Enter' : 'ArrowRight')
  }
}

function keptDrafts(userData: string): readonly string[] {
  const database = new Database(join(userData, 'conversations.db'), { readonly: true })
  try {
    const rows = database.prepare('SELECT text FROM drafts').all([]) as { text: string }[]
    return rows.map(({ text }) => text)
  } finally {
    database.close()
  }
}

async function ended(app: ElectronApplication, signal: NodeJS.Signals): Promise<void> {
  const over = new Promise((resolve) => app.process().once('exit', resolve))
  app.process().kill(signal)
  await over
}

test('keeps conversations in order, and a tree whole, by keys alone', async ({ launch, userData }) => {
  seedConversation(userData, [{ prompt: 'What is cricket?', reply: 'A game with wickets.' }])
  seedConversation(userData, [{ prompt: 'What is baseball?', reply: 'A game of two teams.' }])
  const page = await (await launch()).firstWindow()
  const refusals = await watchPolicy(page)
  await expect(lines(page)).toHaveText(['What is baseball?', 'What is cricket?'])

  await tree(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log').getByText('A game with wickets.')).toBeVisible()
  await expect(message(page)).toBeFocused()

  await tree(page).focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('Wickets')
  await page.keyboard.press('Enter')
  await expect(lines(page)).toHaveText(['What is baseball?', 'Wickets'])
  await page.keyboard.press('Delete')
  await expect(lines(page)).toHaveText(['What is baseball?'])
  const undo = page.getByRole('button', { name: 'Undo' })
  await page.keyboard.press('F6')
  await undo.focus()
  await page.keyboard.press('Enter')
  await expect(lines(page)).toHaveText(['What is baseball?', 'Wickets'])

  await tree(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log').getByText('A game of two teams.')).toBeVisible()
  const edit = page.getByRole('button', { name: 'Edit' })
  await edit.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' In short?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('What is baseball? In short?').last()).toBeVisible()
  const version = page.getByLabel(/^Version \d of \d$/)
  await expect(version).toHaveAttribute('aria-label', 'Version 2 of 2')
  await page.getByRole('button', { name: 'Previous version' }).focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('log').getByText('A game of two teams.')).toBeVisible()
  await expect(version).toHaveAttribute('aria-label', 'Version 1 of 2')
  await expect(page.getByRole('button', { name: 'Next version' })).toBeFocused()

  await page.getByRole('button', { name: 'More for this message' }).last().focus()
  await page.keyboard.press('Enter')
  await pick(page, 'Continue in a new conversation from here')
  await expect(lines(page)).toHaveCount(3)
  await expect(page.getByRole('log').getByText('A game of two teams.')).toBeVisible()
  await expect(version).toHaveCount(0)
  expect(await refusals()).toEqual([])
})

test('keeps drafts through a reload and a kill, each with its conversation and window', async ({
  launch,
  userData,
}) => {
  seedConversation(userData, [{ prompt: 'First', reply: 'One.' }])
  seedConversation(userData, [{ prompt: 'Second', reply: 'Two.' }])
  const app = await launch()
  const page = await app.firstWindow()
  await expect(lines(page)).toHaveText(['Second', 'First'])
  await message(page).fill('Not sent in the second')
  await tree(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log').getByText('One.')).toBeVisible()
  await expect(message(page)).toHaveValue('')
  await page.reload()
  await expect(page.getByRole('log').getByText('One.')).toBeVisible()

  await page.keyboard.press('Control+n')
  await expect(page.getByRole('log').getByText('One.')).toHaveCount(0)
  await message(page).fill('Not sent anywhere')
  await expect.poll(() => keptDrafts(userData)).toContain('Not sent anywhere')
  await ended(app, 'SIGKILL')

  const again = await (await launch()).firstWindow()
  await expect(message(again)).toHaveValue('Not sent anywhere')
  await tree(again).focus()
  await again.keyboard.press('Home')
  await again.keyboard.press('Enter')
  await expect(message(again)).toHaveValue('Not sent in the second')
})

test('lets a second start show the first window, and end', async ({ launch, userData }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await expect(message(page)).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const { spawnfile, spawnargs } = app.process()
  const own = spawnargs.slice(1).filter((argument) => !/^--(inspect|remote-debugging)/.test(argument))
  const second = spawn(
    spawnfile,
    own.filter((argument) => argument !== '-r' && !argument.endsWith('loader.js')),
    {
      stdio: 'ignore',
      env: process.env,
    },
  )
  await new Promise((resolve) => second.once('exit', resolve))
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())),
    )
    .toEqual([true])
  expect(userData).not.toBe('')
})
