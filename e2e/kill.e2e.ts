import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ElectronApplication, expect } from '@playwright/test'
import Database from 'libsql'

import { textReply } from '../emulators/vertex/reply-script'
import { epochNow } from '../emulators/wire/seen-request'
import { chooseModel } from './choose-model'
import { test } from './fixtures'
import { launchApp, vertexEnv } from './launch-app'

const ROUNDS = 20
const EVERY_MS = 10
/** What a crash may take with it. */
const MOST_LOST_MS = 250
const BEAT_MS = 20
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
  const stalls = watchStalls()
  for (let round = 0; round < ROUNDS; round++) {
    const app = await launchApp({ userData, env: vertexEnv(emulator) })
    const page = await app.firstWindow()
    if (round === 0) {
      await chooseModel(page, 'Gemini 3.5 Flash')
    } else {
      // What the last crash left is there, and ended: never a spinner.
      const cut = page.getByRole('log').getByText(/^This answer was cut/)
      await expect(cut).toBeVisible()
      await page.getByRole('button', { name: 'New conversation' }).click()
      await expect(cut).toHaveCount(0)
    }
    const sentAt: number[] = []
    const delayMs = (index: number) => {
      sentAt[index - 1] = epochNow()
      return EVERY_MS
    }
    emulator.script(textReply(TEXT, { charsPerChunk: CHUNK_LENGTH, delayMs }))
    await page.getByRole('textbox', { name: 'Message' }).fill(`Round ${round}`)
    await page.getByRole('textbox', { name: 'Message' }).press('Enter')

    await expect.poll(() => sentAt.length).toBeGreaterThan(0)
    await page.waitForTimeout(200 + Math.random() * 1200)
    const killedAt = await kill(app)
    const kept = readKept(join(userData, 'conversations.db'))

    expect(TEXT.startsWith(kept)).toBe(true)
    const firstLostAt = sentAt[Math.floor(kept.length / CHUNK_LENGTH)] ?? killedAt
    const stalledMs = stalls.within(firstLostAt, killedAt)
    lost.push(Math.max(0, Math.round(killedAt - firstLostAt - stalledMs)))
  }
  stalls.end()
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

/** Notes when a timer of this process was late: the machine stood still, and the app with it. */
function watchStalls() {
  const stalls: { readonly from: number; readonly to: number }[] = []
  let dueAt = epochNow()
  const beat = () => {
    const now = epochNow()
    if (now - dueAt > BEAT_MS) stalls.push({ from: dueAt, to: now })
    dueAt = now + BEAT_MS
  }
  const timer = setInterval(beat, BEAT_MS)
  return {
    /** For how many milliseconds between two moments. */
    within: (start: number, end: number) =>
      stalls.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0),
    end: () => clearInterval(timer),
  }
}

/** Ends the main process as a power cut would. Resolves with the moment, on the emulator's clock. */
async function kill(app: ElectronApplication): Promise<number> {
  const main = app.process()
  const gone = once(main, 'exit')
  const killedAt = epochNow()
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
