import type { ElectronApplication, Page } from '@playwright/test'

import { toSpread, toTenths, type Spread } from '../statistics'
import { longAnswer } from './long-answer'
import type { BenchPage } from './page/main'
import type { RendererName } from './renderer-names'

/** What it costs a window to show one text as it grows. */
export interface StreamCost {
  /** Processor time of the window's main thread: scripts, styles, layout, and everything else. */
  readonly cpuMs: number
  readonly scriptMs: number
  readonly styleMs: number
  readonly layoutMs: number
  readonly frameMs: Spread
  readonly longTasks: number
  readonly longestTaskMs: number
  /** On the heap of the window, once the garbage is gone, with all of the text shown. */
  readonly heapMb: number
}

const MANNER = { charsPerChunk: 4, chunksPerFrame: 16 }

/** Loads what is loaded once, and lets the engine compile what it will run. */
const WARM_UP_CHARACTERS = 6_000

export async function measureStream(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  name: RendererName,
  length: number,
): Promise<StreamCost> {
  await page.reload()
  const tools = await app.context().newCDPSession(page)
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const readHeap = async () => {
    await tools.send('HeapProfiler.collectGarbage')
    return (await tools.send('Runtime.getHeapUsage')).usedSize / 1e6
  }
  const readTimes = async () => {
    const { metrics } = await tools.send('Performance.getMetrics')
    const seconds = new Map(metrics.map((metric) => [metric.name, metric.value]))
    return (key: string) => (seconds.get(key) ?? Number.NaN) * 1000
  }
  const run = (text: string) =>
    page.evaluate(
      ([renderer, plan]) => (window as unknown as { bench: BenchPage }).bench.run(renderer, plan),
      [name, { ...MANNER, text }] as const,
    )
  const clear = () => page.evaluate(() => (window as unknown as { bench: BenchPage }).bench.clear())

  await run(longAnswer(WARM_UP_CHARACTERS))
  await clear()
  const heapBefore = await readHeap()
  const before = await readTimes()
  const { frames, longTasks } = await run(longAnswer(length))
  const after = await readTimes()
  const heapAfter = await readHeap()
  await clear()
  await tools.detach()
  const spent = (key: string) => toTenths(after(key) - before(key))
  return {
    cpuMs: spent('TaskDuration'),
    scriptMs: spent('ScriptDuration'),
    styleMs: spent('RecalcStyleDuration'),
    layoutMs: spent('LayoutDuration'),
    frameMs: toSpread(frames),
    longTasks: longTasks.length,
    longestTaskMs: Math.max(0, ...longTasks),
    heapMb: toTenths(heapAfter - heapBefore),
  }
}
