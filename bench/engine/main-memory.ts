import type { ElectronApplication } from '@playwright/test'

import { textReply } from '../../emulators/vertex/reply-script'
import { sendPrompt, startConversation, type BenchApp } from '../bench-app'
import { untilEnd, watchWindow } from './window-watch'

/** Megabytes of main's memory, measured from the moment before the reply. */
export interface MainMemory {
  /** What is left on the heap when the reply has ended and the garbage is collected. */
  readonly retained: number
  /** The most there was on the heap meanwhile, garbage included. */
  readonly peakHeap: number
  /** The most that the process took meanwhile. */
  readonly peakRss: number
}

const CHARS_PER_CHUNK = 500

/** The growth of main's memory over a reply of chunks of half a kilobyte that come as fast as they are taken. */
export async function measureMainMemory(
  { app, page, emulator }: BenchApp,
  chunks: number,
): Promise<MainMemory> {
  console.error(`▸ main's memory: a reply of ${(chunks * CHARS_PER_CHUNK) / 1e6} MB`)
  const paragraph = `${'The river flows past the mill. '.repeat(16)}\n\n`.padEnd(CHARS_PER_CHUNK, '.')
  emulator.script(textReply(paragraph.repeat(chunks), { charsPerChunk: CHARS_PER_CHUNK }))
  await startConversation(page)
  await watchWindow(page)
  await page.waitForTimeout(SETTLE_MS)
  const before = await collect(app)
  await watchMemory(app)
  await sendPrompt(page)
  await untilEnd(page, 30_000)
  await page.waitForTimeout(SETTLE_MS)
  const peak = await stopWatchingMemory(app)
  const after = await collect(app)
  return {
    retained: toMegabytes(after.heapUsed - before.heapUsed),
    peakHeap: toMegabytes(peak.heapUsed - before.heapUsed),
    peakRss: toMegabytes(peak.rss - before.rss),
  }
}

const SETTLE_MS = 500

interface Memory {
  readonly heapUsed: number
  readonly rss: number
}

/** The memory in use once the garbage is gone. Electron needs no flag for this: V8 takes it while it runs. */
function collect(app: ElectronApplication): Promise<Memory> {
  return app.evaluate(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
    const collectGarbage = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void
    // What the first round finalises, the second takes away.
    collectGarbage()
    collectGarbage()
    return process.memoryUsage()
  })
}

interface WatchedMain {
  readonly benchMemory: { readonly peak: Memory; readonly stop: () => void }
}

async function watchMemory(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const benchMemory = { peak: process.memoryUsage() as Memory, stop: () => clearInterval(timer) }
    const timer = setInterval(() => {
      const { heapUsed, rss } = process.memoryUsage()
      const { peak } = benchMemory
      benchMemory.peak = { heapUsed: Math.max(peak.heapUsed, heapUsed), rss: Math.max(peak.rss, rss) }
    }, 20)
    Object.assign(globalThis, { benchMemory })
  })
}

function stopWatchingMemory(app: ElectronApplication): Promise<Memory> {
  return app.evaluate(() => {
    const { benchMemory } = globalThis as unknown as WatchedMain
    benchMemory.stop()
    return benchMemory.peak
  })
}

function toMegabytes(bytes: number): number {
  return bytes / 1e6
}
