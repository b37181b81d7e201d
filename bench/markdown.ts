import type { ElectronApplication } from '@playwright/test'

import { withBenchApp } from './bench-app'
import { installPeers } from './markdown/install-peers'
import { measureStream, type StreamCost } from './markdown/measure-stream'
import { openBenchWindow } from './markdown/open-bench-window'
import { RENDERER_NAMES, type RendererName } from './markdown/renderer-names'
import { servePage } from './markdown/serve-page'
import { toHundredths } from './statistics'

const LENGTHS = [20_000, 50_000, 100_000] as const

type ByLength = Readonly<Record<(typeof LENGTHS)[number], StreamCost>>

/** What it costs to show an answer as it grows, ours beside its peers; README.md says what each key means. */
export async function benchMarkdown(): Promise<object> {
  await installPeers()
  const served = await servePage()
  const rows = await withBenchApp(({ app }) => measureAll(app, served.url)).finally(served.close)
  const { ours, plain, streamdown } = rows
  return {
    ratioToPlain: toHundredths(ours[100_000].cpuMs / plain[100_000].cpuMs),
    timesFasterThanStreamdown: toHundredths(streamdown[100_000].cpuMs / ours[100_000].cpuMs),
    exponent: toExponent(ours),
    plainExponent: toExponent(plain),
    longTasks: ours[100_000].longTasks,
    p99FrameMs: ours[100_000].frameMs.p99,
    rows,
  }
}

/** Length by length, so that a machine that slows down meanwhile slows all of them down. */
async function measureAll(app: ElectronApplication, url: string): Promise<Record<RendererName, ByLength>> {
  const page = await openBenchWindow(app, url)
  const rows: Partial<Record<RendererName, Partial<Record<number, StreamCost>>>> = {}
  for (const length of LENGTHS) {
    for (const name of RENDERER_NAMES) {
      const cost = await measureStream({ app, page }, name, length)
      console.error(`▸ ${name}, ${length} characters: ${Math.round(cost.cpuMs)} ms`)
      rows[name] = { ...rows[name], [length]: cost }
    }
  }
  return rows as Record<RendererName, ByLength>
}

/** The power of the length with which the cost grows, from the shortest text to the longest. */
function toExponent(costs: ByLength): number {
  return toHundredths(Math.log(costs[100_000].cpuMs / costs[20_000].cpuMs) / Math.log(100_000 / 20_000))
}
