import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

import { expect, type Page } from '@playwright/test'
import Database from 'libsql'

import { textReply } from '../emulators/vertex/reply-script'
import { mountDisk, type MountedDisk } from '../src/main/portable/testing/mounted-disk'
import { createBoxes } from './boxes'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { appCommand, electronPath, vertexEnv } from './launch-app'

const MEGABYTE = 1_048_576
/** Some seconds of words, and nowhere to put them. */
const LONG = Array.from({ length: 20_000 }, (_, index) => `w${String(index).padStart(5, '0')} `).join('')

/** Only the conversations lie on the small disk: Chromium's own files need room of their own. */
function putOnSmallDisk(userData: string): MountedDisk {
  const disk = mountDisk(16 * MEGABYTE)
  test.skip(typeof disk === 'string', String(disk))
  const mounted = disk as MountedDisk
  symlinkSync(join(mounted.folder, 'conversations.db'), join(userData, 'conversations.db'))
  return mounted
}

/** A file as the first version wrote it. */
function writeOldest(file: string): void {
  const database = new Database(file)
  database.exec(readFileSync('src/main/conversations/testing/fixtures/v1.sql', 'utf8'))
  database.close()
}

const answer = (page: Page) => page.getByRole('article').last()

test('says that the disk is full in mid-reply, keeps every word, and saves them when there is room', async ({
  userData,
  launch,
  emulator,
}) => {
  const disk = putOnSmallDisk(userData)
  try {
    const boxes = createBoxes(userData)
    const app = await launch({ ...boxes.launch, env: { ...boxes.launch.env, ...vertexEnv(emulator) } })
    const page = await app.firstWindow()
    await chooseModel(page, 'Gemini 3.5 Flash')
    let isFull = false
    emulator.script(
      textReply(LONG, { charsPerChunk: 350, delayMs: (index) => (index < 20 || isFull ? 10 : 200) }),
    )
    await page.getByRole('textbox', { name: 'Message' }).fill('Fill the disk')
    await page.keyboard.press('Enter')
    await expect(answer(page)).toContainText('w00100')
    disk.fill(0)
    isFull = true
    await expect
      .poll(() => boxes.asked().map(({ message }) => message), { timeout: 60_000 })
      .toEqual(['What is said cannot be saved at the moment'])
    await expect(answer(page)).toContainText('w19999', { timeout: 60_000 })
    disk.free()
    const kept = () => {
      const database = new Database(join(userData, 'conversations.db'), { readonly: true })
      const row = database.prepare("SELECT text FROM messages WHERE role = 'assistant'").get([])
      database.close()
      return (row as { readonly text: string } | undefined)?.text === LONG
    }
    await expect.poll(kept, { timeout: 60_000 }).toBe(true)
    await app.close()
  } finally {
    disk.unmount()
  }
})

test('meets a disk that allows no writing, or is full in mid-migration, with choices, ends when told to, and has lost nothing', async ({
  userData,
  launch,
}) => {
  const disk = putOnSmallDisk(userData)
  try {
    const boxes = createBoxes(userData)
    const file = join(disk.folder, 'conversations.db')
    writeOldest(file)
    const before = readFileSync(file)
    for (const [forbid, allow] of [
      [() => disk.allowWriting(false), () => disk.allowWriting(true)],
      [() => disk.fill(0), disk.free],
    ] as const) {
      forbid()
      boxes.answer('Try Again', 'Quit')
      const { args, env } = appCommand({ userData, ...boxes.launch })
      const refused = spawn(electronPath(), args, { env, stdio: 'ignore', timeout: 60_000 })
      expect(await once(refused, 'exit')).toEqual([0, null])
      const asked = boxes.asked()
      expect(asked.map(({ message }) => message)).toEqual(
        asked.map(() => 'Your conversations could not be opened'),
      )
      expect(asked).toHaveLength(2)
      expect(asked[0]?.detail).toContain('Free some space or allow writing')
      expect(asked[0]?.buttons).toEqual(['Try Again', 'Open the Folder', 'Quit'])
      allow()
      expect(readFileSync(file).equals(before)).toBe(true)
    }
    const app = await launch(boxes.launch)
    await expect((await app.firstWindow()).getByRole('treeitem', { name: /What is baseball/ })).toBeVisible()
    expect(boxes.asked()).toEqual([])
    await app.close()
  } finally {
    disk.unmount()
  }
})
