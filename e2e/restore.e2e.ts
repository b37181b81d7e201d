import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'
import Database from 'libsql'

import { backUp } from '../src/main/portable/backup/back-up'
import { freeBackupFile } from '../src/main/portable/backup/backup-folder'
import { createBoxes } from './boxes'
import { test } from './fixtures'
import { seedConversation } from './seed-conversation'

test('restores a backup by keys, keeps the present, and goes back to it', async ({ userData, launch }) => {
  test.setTimeout(120_000)
  const boxes = createBoxes(userData)
  seedConversation(userData, [{ prompt: 'The old river', reply: 'It was here.' }])
  const backup = freeBackupFile(join(userData, 'backups'), 'daily', new Date('2026-01-02T03:04:05Z'))
  backUp(join(userData, 'conversations.db'), backup)
  seedConversation(userData, [{ prompt: 'The new river', reply: 'It came since.' }])

  let app = await launch(boxes.launch)
  let page = await app.firstWindow()
  await expect(titles(page)).toHaveText([/The new river/, /The old river/])
  const panel = await openBackups(page)

  boxes.answer('Cancel')
  await panel.getByRole('button', { name: /^Restore the backup of/ }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Cancelled. Nothing was changed.')
  const [asked] = boxes.asked()
  expect(asked?.message).toBe('Restore this backup?')
  expect(asked?.detail).toMatch(/^1 conversation, 2 messages, last written in on .*kept among the backups/s)

  boxes.answer('Restore and Restart')
  await restartedBy(app, {
    userData,
    kind: 'before-restore',
    press: () => panel.getByRole('button', { name: /^Restore the backup of/ }).press('Enter'),
  })
  app = await launch(boxes.launch)
  page = await app.firstWindow()
  await expect(titles(page)).toHaveText([/The old river/])

  boxes.answer('Restore and Restart')
  const back = (await openBackups(page)).getByText('Go back to this…')
  await restartedBy(app, { userData, kind: 'before-restore', press: () => back.press('Enter') })
  app = await launch(boxes.launch)
  page = await app.firstWindow()
  await expect(titles(page)).toHaveText([/The new river/, /The old river/])
})

test('meets a damaged file with choices, saves what is readable, and keeps the damaged one', async ({
  userData,
  launch,
}) => {
  const boxes = createBoxes(userData)
  const file = join(userData, 'conversations.db')
  seedConversation(userData, [{ prompt: 'The first river', reply: 'It flows.' }])
  flipBytes(file, 0, 64)
  const damaged = readFileSync(file)

  boxes.answer('Save What Is Readable')
  const page = await (await launch(boxes.launch)).firstWindow()
  await expect(titles(page)).toHaveText([/The first river/])
  const [trouble, told] = boxes.asked()
  expect(trouble?.buttons).toEqual([
    ...['Save What Is Readable', 'Restore a Backup…', 'Try Again'],
    ...['Start Anew', 'Open the Folder', 'Quit'],
  ])
  expect(told?.detail).toMatch(/^1 conversation, 2 messages, /)
  const [kept] = readdirSync(join(userData, 'backups'))
  expect(readFileSync(join(userData, 'backups', kept ?? '')).equals(damaged)).toBe(true)
})

test('meets damage deep in the file when it is read, and offers to repair it', async ({
  userData,
  launch,
}) => {
  test.setTimeout(120_000)
  const boxes = createBoxes(userData)
  const file = join(userData, 'conversations.db')
  seedConversation(userData, [{ prompt: 'The first river', reply: 'It flows.' }])
  seedConversation(userData, [{ prompt: 'The second river', reply: 'It flows, too.' }])
  flipBytes(file, (pageOf(file, 'messages_by_parent') - 1) * PAGE_BYTES, 64)

  boxes.answer('Restart and Choose…', 'Save What Is Readable')
  const first = await launch(boxes.launch)
  await restartedBy(first, { userData, kind: 'damaged', press: async () => undefined })
  expect(boxes.asked().map(({ message }) => message)).toEqual([
    'A part of your conversations cannot be read',
    'Your conversations could not be opened',
    'This much could be read, and is in a new file now. The damaged file is kept:',
  ])
  const page = await (await launch(boxes.launch)).firstWindow()
  await expect(titles(page)).toHaveText([/The second river/, /The first river/])
  await expect(page.getByRole('log').getByText('It flows, too.')).toBeVisible()
  expect(boxes.asked()).toEqual([])
})

const PAGE_BYTES = 4_096

/** On which page a table or an index begins. */
function pageOf(file: string, name: string): number {
  const database = new Database(file)
  const row = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get([name])
  database.close()
  return (row as { rootpage: number }).rootpage
}

function flipBytes(file: string, at: number, count: number): void {
  const bytes = readFileSync(file)
  for (let place = at; place < at + count; place += 1) bytes[place] = bytes[place]! ^ 0xff
  writeFileSync(file, bytes)
}

function titles(page: Page): Locator {
  return page.getByRole('treeitem').filter({ hasText: 'river' })
}

async function openBackups(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused()
  await page.keyboard.type('backups')
  await expect(page.getByRole('option').first()).toContainText('Backups…')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Settings' })
  await expect(panel.getByRole('list', { name: 'Backups' })).toBeVisible()
  return panel
}

interface Restart {
  readonly userData: string
  readonly kind: 'before-restore' | 'damaged'
  /** What makes it. */
  readonly press: () => Promise<void>
}

/**
 * The app ends and starts again by itself, and puts the file that it had among the backups of this kind. The one that
 * follows is ended, so that the test can hold the next.
 */
async function restartedBy(app: ElectronApplication, { userData, kind, press }: Restart): Promise<void> {
  const main = app.process()
  const gone = once(main, 'exit')
  const folder = join(userData, 'backups')
  const kept = () =>
    (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith(`-${kind}.db`))
  const before = kept().length
  // Gone before the key is let go.
  await press().catch(() => undefined)
  await gone
  await expect.poll(() => kept().length, { timeout: 60_000 }).toBe(before + 1)
  const pid = lockedBy(userData)
  expect(pid).not.toBe(main.pid)
  // From here on it has a window.
  await expect.poll(() => existsSync(join(userData, 'conversations.db-wal')), { timeout: 60_000 }).toBe(true)
  process.kill(pid)
  await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(false)
}

/** Chromium's lock of the profile is a link that names the process. */
function lockedBy(userData: string): number {
  return Number(/-(\d+)$/.exec(readlinkSync(join(userData, 'SingletonLock')))?.[1])
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
