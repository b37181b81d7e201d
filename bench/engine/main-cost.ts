import type { ElectronApplication } from '@playwright/test'

import { textReply } from '../../emulators/vertex/reply-script'
import type { VertexEmulator } from '../../emulators/vertex/vertex-emulator'
import { sendPrompt, startConversation, type BenchApp } from '../bench-app'
import { median } from '../statistics'
import { untilEnd, watchWindow } from './window-watch'

/** Microseconds of main's processor time for each chunk. */
export interface MainCost {
  /** A whole reply: network, LangChain, journal and the way to the window. */
  readonly reply: number
  /** The same stream with a bare fetch in the same process, its bytes read and thrown away. */
  readonly rawFetch: number
  readonly ratio: number
}

const CHARS_PER_CHUNK = 6
const PAIRS = 3

/** The median of some pairs, one after the other, so that both halves of a pair meet the same machine. */
export async function measureMainCost(bench: BenchApp, chunks: number): Promise<MainCost> {
  console.error(`▸ main's cost beside a raw fetch: ${PAIRS} replies of ${chunks} chunks`)
  const pairs: MainCost[] = []
  while (pairs.length < PAIRS) {
    const rawFetch = (await costOf(bench, chunks, () => fetchRaw(bench))) / chunks
    const reply = (await costOf(bench, chunks, () => streamReply(bench))) / chunks
    pairs.push({ reply, rawFetch, ratio: reply / rawFetch })
  }
  return {
    reply: median(pairs.map((pair) => pair.reply)),
    rawFetch: median(pairs.map((pair) => pair.rawFetch)),
    ratio: median(pairs.map((pair) => pair.ratio)),
  }
}

/** Microseconds that main was busy while something was done with a reply that comes as fast as it is taken. */
async function costOf(
  { app, page, emulator }: BenchApp,
  chunks: number,
  work: () => Promise<unknown>,
): Promise<number> {
  emulator.script(textReply('waters'.repeat(chunks), { charsPerChunk: CHARS_PER_CHUNK }))
  // The last reply leaves the window, so that main draws nothing of it any more.
  await startConversation(page)
  await watchWindow(page)
  await page.waitForTimeout(SETTLE_MS)
  const before = await readCpu(app)
  await work()
  return (await readCpu(app)) - before
}

const SETTLE_MS = 300

async function streamReply({ page }: BenchApp): Promise<void> {
  await sendPrompt(page)
  await untilEnd(page, 60_000)
}

async function fetchRaw({ app, emulator }: { app: ElectronApplication; emulator: VertexEmulator }) {
  await app.evaluate(async ({ session }, url) => {
    const response = await session.fromPartition('network').fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-goog-api-key': 'AIza-not-a-real-key' },
      body: JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'Flow' }] }] }),
    })
    const reader = response.body?.getReader()
    while (reader !== undefined && !(await reader.read()).done);
  }, `${emulator.origin}/v1/publishers/google/models/gemini-3.5-flash:streamGenerateContent?alt=sse`)
}

async function readCpu(app: ElectronApplication): Promise<number> {
  const { user, system } = await app.evaluate(() => process.cpuUsage())
  return user + system
}
