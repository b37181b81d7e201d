import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ElectronApplication, expect } from '@playwright/test'
import Database from 'libsql'

import { textReply } from '../emulators/vertex/reply-script'
import type { VertexEmulator } from '../emulators/vertex/vertex-emulator'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { launchApp, vertexEnv } from './launch-app'

const ROUNDS = 20
const EVERY_MS = 10
/** What a crash may take with it. */
const MOST_LOST_MS = 250
/** Every chunk is one word that says its number. */
const CHUNK_LENGTH = 6
const CHUNKS = 1000
const TEXT = Array.from({ length: CHUNKS }, (_, index) => `w${String(index).padStart(4, '0')} `).join('')

test('loses at most a quarter of a second when it is killed in mid-reply, twenty times', async ({
  emulator,
  userData,
}) => {
  test.setTimeout(600_000)
  const lost: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const app = await launchApp({ userData, env: vertexEnv(emulator) })
    const page = await app.firstWindow()
    if (round === 0) {
      await chooseModel(page, 'Gemini 3.5 Flash')
    } else {
      // What the last crash left is there, and ended: never a spinner.
      await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible()
      await page.getByRole('button', { name: 'New conversation' }).click()
    }
    emulator.script(textReply(TEXT, { charsPerChunk: CHUNK_LENGTH, delayMs: EVERY_MS }))
    await page.getByRole('textbox', { name: 'Message' }).fill(`Round ${round}`)
    await page.getByRole('textbox', { name: 'Message' }).press('Enter')

    const sentAt = await firstByteOf(emulator, round)
    await page.waitForTimeout(200 + Math.random() * 1200)
    const killedAt = await kill(app)
    const kept = readKept(join(userData, 'conversations.db'))

    expect(TEXT.startsWith(kept)).toBe(true)
    const firstLost = Math.floor(kept.length / CHUNK_LENGTH)
    lost.push(Math.max(0, Math.round(killedAt - (sentAt + firstLost * EVERY_MS))))
  }
  test.info().annotations.push({ type: 'lost milliseconds', description: lost.join(', ') })
  expect(Math.max(...lost), `lost milliseconds: ${lost.join(', ')}`).toBeLessThanOrEqual(MOST_LOST_MS)
})

test('loses nothing that was shown when the system ends it in mid-reply', async ({
  emulator,
  launch,
  userData,
}) => {
  test.skip(process.platform === 'win32', 'Windows has no such signal.')
  const app = await launch({ env: vertexEnv(emulator) })
  const page = await app.firstWindow()
  await chooseModel(page, 'Gemini 3.5 Flash')
  emulator.script(textReply(TEXT, { charsPerChunk: CHUNK_LENGTH, delayMs: EVERY_MS }))
  await page.getByRole('textbox', { name: 'Message' }).fill('Count')
  await page.getByRole('textbox', { name: 'Message' }).press('Enter')
  const shown = () => page.locator('[data-flowing]').last().innerText()
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(100)
  const seen = await shown()
  const gone = once(app.process(), 'exit')
  app.process().kill('SIGTERM')
  await gone
  const kept = readKept(join(userData, 'conversations.db'))
  expect(TEXT.startsWith(kept)).toBe(true)
  expect(kept.length).toBeGreaterThanOrEqual(seen.length)
  const lines = readFileSync(join(userData, 'logs', 'nagare.log'), 'utf8')
    .trimEnd()
    .split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ scope: 'app', message: 'Ended' })
})

async function firstByteOf(emulator: VertexEmulator, round: number): Promise<number> {
  const request = () => emulator.requests.filter(({ path }) => path.includes(':streamGenerateContent'))[round]
  await expect.poll(() => request()?.firstByteAt).toBeDefined()
  return request()?.firstByteAt ?? Number.NaN
}

/** Ends the main process as a power cut would. Resolves with the moment, on the emulator's clock. */
async function kill(app: ElectronApplication): Promise<number> {
  const main = app.process()
  const gone = once(main, 'exit')
  const killedAt = performance.timeOrigin + performance.now()
  main.kill('SIGKILL')
  await gone
  return killedAt
}

/** The words on disk of the latest reply, read as the app would read them at its next start. */
function readKept(file: string): string {
  const database = new Database(file)
  try {
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    const [reply] = database
      .prepare("SELECT id, text FROM messages WHERE role = 'assistant' ORDER BY ordinal DESC LIMIT 1")
      .all() as { id: string; text: string }[]
    const segments = database
      .prepare('SELECT text FROM reply_segments WHERE reply_id = ? ORDER BY ordinal')
      .all([reply?.id]) as { text: string }[]
    return (reply?.text ?? '') + segments.map(({ text }) => text).join('')
  } finally {
    database.close()
  }
}
