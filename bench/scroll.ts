import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { CDPSession, Page } from '@playwright/test'

import { launchApp } from '../e2e/launch-app'
import { seedConversation } from '../e2e/seed-conversation'
import { longAnswer } from './markdown/long-answer'
import { type ScrolledFrames, scrollThrough, timeOpening } from './scroll/scroll-through'
import { median, toSpread, toTenths } from './statistics'

const TURNS = 2_500
const OPENINGS = 5

/** Pixels that the view goes on by in each frame: a wheel that is turned fast, and a scrollbar that is dragged. */
const WHEEL_PX = 120
const FLING_PX = 1_200

/** What a conversation of 5,000 messages costs its window; README.md says what each key means. */
export async function benchScroll(): Promise<object> {
  const userData = await mkdtemp(join(tmpdir(), 'nagare-bench-'))
  seedConversation(userData, seededTurns())
  const launchedAt = performance.now()
  const app = await launchApp({ userData })
  try {
    const page = await app.firstWindow()
    await page.locator('[data-message]').last().waitFor()
    const launchMs = performance.now() - launchedAt
    const openings: number[] = []
    for (let count = 0; count < OPENINGS; count++) openings.push(await timeOpening(page))
    console.error(`▸ opened: ${openings.map(Math.round).join(', ')} ms`)

    const tools = await app.context().newCDPSession(page)
    const heapBefore = await readHeapMb(tools)
    const wheel = await scrollThrough(page, { pxPerFrame: WHEEL_PX, frames: 600 })
    const fling = await scrollThrough(page, { pxPerFrame: FLING_PX, frames: Infinity })
    const heapAfter = await readHeapMb(tools)
    return {
      openMs: Math.round(median(openings)),
      p99FrameMs: toSpread(fling.frames).p99,
      heapMb: toTenths(heapAfter),
      rows: {
        launchMs: Math.round(launchMs),
        heapBeforeScrollingMb: toTenths(heapBefore),
        endToEnd: toRow(fling),
        wheel: toRow(wheel),
        drawnMessages: await countDrawn(page),
      },
    }
  } finally {
    await app.close()
    await rm(userData, { recursive: true, force: true })
  }
}

/** Pieces of one long answer, of 200 to 1,400 characters. */
function seededTurns() {
  const parts = longAnswer(400_000).split('\n\n')
  return Array.from({ length: TURNS }, (_, index) => ({
    prompt: `Question ${index}`,
    reply: [0, 1, 2].map((offset) => parts[(index * 3 + offset) % parts.length] ?? '').join('\n\n'),
  }))
}

function toRow({ frames, longTasks, pixels }: ScrolledFrames) {
  return { frameMs: toSpread(frames), frames: frames.length, longTasks, pixels }
}

function countDrawn(page: Page): Promise<number> {
  return page.locator('[data-message]').count()
}

async function readHeapMb(tools: CDPSession): Promise<number> {
  await tools.send('HeapProfiler.collectGarbage')
  return (await tools.send('Runtime.getHeapUsage')).usedSize / 1e6
}
