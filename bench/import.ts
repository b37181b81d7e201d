import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { ElectronApplication, Page } from '@playwright/test'

import { chooseInMenu, openFrom } from '../e2e/dialogs'
import { launchApp } from '../e2e/launch-app'
import { KEEP_NAMES } from './bench-app'
import { writeChatGptExport } from './import/write-chatgpt-export'
import { toTenths } from './statistics'

const BYTES = 500e6
const PATIENCE_MS = 1_800_000

/** What a large file costs on its way in, in the real app; README.md says what each key means. */
export async function benchImport(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'nagare-bench-'))
  try {
    const source = join(folder, 'conversations.json')
    const messages = await writeChatGptExport(source, BYTES)
    const fileMb = toTenths((await stat(source)).size / 1e6)
    console.error(`▸ ${fileMb} MB with ${messages} messages`)
    const app = await launchApp({ userData: folder })
    try {
      return { ...(await measure(app, source)), rows: { fileMb, messages } }
    } finally {
      await app.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(app: ElectronApplication, source: string): Promise<object> {
  const page = await app.firstWindow()
  await openFrom(app, source)
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await chooseInMenu(app, 'Import…')
  const panel = page.getByRole('dialog', { name: 'Settings' })
  await app.evaluate(watchMain)
  await page.evaluate(KEEP_NAMES)
  await page.evaluate(watchFrames)
  const readSeconds = await seconds(async () => {
    await panel.getByRole('button', { name: 'Choose a file…' }).click()
    await panel.getByRole('button', { name: 'Add to my conversations' }).waitFor({ timeout: PATIENCE_MS })
  })
  console.error(`▸ read in ${readSeconds} s`)
  const addSeconds = await seconds(async () => {
    await panel.getByRole('button', { name: 'Add to my conversations' }).click()
    await panel.getByText('Added.', { exact: true }).waitFor({ timeout: PATIENCE_MS })
  })
  return { readSeconds, addSeconds, ...(await readWatches(app, page)) }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return toTenths((performance.now() - startedAt) / 1000)
}

interface Watched {
  readonly firstRss: number
  readonly peakRss: number
  readonly longestMs: number
}

/** Runs in main: the most memory of the process, its threads included, and the longest time in which it did nothing else. */
function watchMain(): void {
  const watched = { firstRss: process.memoryUsage().rss, peakRss: 0, longestMs: 0 }
  let before = performance.now()
  setInterval(() => {
    const now = performance.now()
    watched.longestMs = Math.max(watched.longestMs, now - before - 20)
    watched.peakRss = Math.max(watched.peakRss, process.memoryUsage().rss)
    before = now
  }, 20)
  Object.assign(globalThis, { watched })
}

/** Runs in the window: the longest time between two frames. */
function watchFrames(): void {
  let before = performance.now()
  Object.assign(window, { longestFrameMs: 0 })
  const see = (): void => {
    const now = performance.now()
    const known = (window as unknown as { longestFrameMs: number }).longestFrameMs
    Object.assign(window, { longestFrameMs: Math.max(known, now - before) })
    before = now
    requestAnimationFrame(see)
  }
  requestAnimationFrame(see)
}

async function readWatches(app: ElectronApplication, page: Page): Promise<object> {
  const watched = await app.evaluate(() => (globalThis as unknown as { watched: Watched }).watched)
  const frame = await page.evaluate(() => (window as unknown as { longestFrameMs: number }).longestFrameMs)
  return {
    memoryGrowthMb: toTenths((watched.peakRss - watched.firstRss) / 2 ** 20),
    longestMainMs: toTenths(watched.longestMs),
    longestFrameMs: toTenths(frame),
  }
}
