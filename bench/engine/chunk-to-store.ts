import { textReply } from '../../emulators/vertex/reply-script'
import { sendPrompt, startConversation, type BenchApp } from '../bench-app'
import { lagsBetween } from '../lags'
import { toSpread, type Spread } from '../statistics'
import { stopWatchingMain, watchMain } from './main-watch'
import { alignWindowToMain } from './read-clocks'
import { toArrivals } from './to-arrivals'
import { untilEnd, watchWindow } from './window-watch'

export interface ChunkToStore {
  /** 50 chunks a second, as a fast provider delivers them. */
  readonly steady: Spread
  /** All of a reply of 10,000 chunks, 1,000 a second. */
  readonly fast: Spread
  /** The same reply's chunks 1 to 1,000. */
  readonly first: Spread
  /** Chunks 9,001 to 10,000 of it. */
  readonly last: Spread
  readonly clockErrorMs: number
}

const CHARS_PER_CHUNK = 6
const TAIL = 1000

/** Milliseconds from the read in main that brought a chunk's end, to the store of the window. */
export async function measureChunkToStore(bench: BenchApp): Promise<ChunkToStore> {
  const steady = await measure(bench, { chunks: 1000, perSecond: 50 })
  const fast = await measure(bench, { chunks: 10_000, perSecond: 1000 })
  return {
    steady: toSpread(steady.lags),
    fast: toSpread(fast.lags),
    first: toSpread(fast.lags.slice(0, TAIL)),
    last: toSpread(fast.lags.slice(-TAIL)),
    clockErrorMs: Math.max(steady.errorMs, fast.errorMs),
  }
}

interface Pace {
  readonly chunks: number
  readonly perSecond: number
}

async function measure({ app, page, emulator }: BenchApp, { chunks, perSecond }: Pace) {
  console.error(`▸ from a chunk's arrival to the store: ${chunks} chunks, ${perSecond} a second`)
  const text = 'waters'.repeat(chunks)
  emulator.script(textReply(text, { charsPerChunk: CHARS_PER_CHUNK, delayMs: 1000 / perSecond }))
  await startConversation(page)
  await watchWindow(page)
  await watchMain(app)
  await sendPrompt(page)
  const { reached } = await untilEnd(page, 60_000)
  const arrivals = toArrivals(await stopWatchingMain(app))
  const { offsetMs, errorMs } = await alignWindowToMain(app)
  const onMainsClock = reached.map(({ length, at }) => ({ length, at: at + offsetMs }))
  return { lags: lagsBetween(arrivals, onMainsClock), errorMs }
}
