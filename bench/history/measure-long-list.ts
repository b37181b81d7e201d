import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { launchApp } from '../../e2e/launch-app'
import { seedLongList } from '../../e2e/seed-long-list'
import { KEEP_NAMES } from '../bench-app'
import { median, percentile, toTenths } from '../statistics'

const CONVERSATIONS = 50_000
const TIMES = 5
const FRAMES = 600

export interface LongListFigures {
  readonly list50kMs: number
  readonly scroll50kP99FrameMs: number
}

/** The real window over 50,000 conversations. */
export async function measureLongList(): Promise<LongListFigures> {
  const userData = await mkdtemp(join(tmpdir(), 'nagare-bench-'))
  seedLongList(userData, CONVERSATIONS)
  const app = await launchApp({ userData })
  try {
    const page = await app.firstWindow()
    await page.evaluate(KEEP_NAMES)
    await page.getByRole('treeitem', { name: /^Number 1\b/ }).waitFor()
    // All of them are in the page when its end is the end.
    await page.waitForFunction(
      (lines) => (document.querySelector('[role="tree"]')?.scrollHeight ?? 0) > lines * 32,
      CONVERSATIONS,
    )
    const lists: number[] = []
    for (let time = 0; time < TIMES; time++) lists.push(await page.evaluate(timeWholeList))
    const frames = await page.evaluate(scrollThrough, FRAMES)
    console.error(`▸ 50,000 conversations: ${lists.map(Math.round).join(', ')} ms`)
    return {
      list50kMs: toTenths(median(lists)),
      scroll50kP99FrameMs: toTenths(percentile(frames, 0.99)),
    }
  } finally {
    await app.close()
    await rm(userData, { recursive: true, force: true })
  }
}

interface Page {
  readonly next?: object
}

/** From asking for the first page of the list to having the last one in the window. */
async function timeWholeList(): Promise<number> {
  const { bridge } = window as unknown as {
    bridge: { ask(name: string, input: object): Promise<{ readonly value: Page }> }
  }
  const startedAt = performance.now()
  let after: object | undefined
  do {
    const { value } = await bridge.ask('listConversations', after === undefined ? {} : { after })
    after = value.next
  } while (after !== undefined)
  return performance.now() - startedAt
}

/** The times between frames, in milliseconds, while the list goes by at some thousand lines a second. */
async function scrollThrough(count: number): Promise<number[]> {
  const list = document.querySelector('[role="tree"]')
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const frames: number[] = []
  let last = await nextFrame()
  for (let frame = 0; frame < count; frame++) {
    list?.scrollBy({ top: 2_000, behavior: 'instant' })
    const now = await nextFrame()
    frames.push(now - last)
    last = now
  }
  return frames
}
