import { setTimeout as sleep } from 'node:timers/promises'

import type { ChatVertexAI } from '@langchain/google-vertexai'

import { createEmulatorFetch } from '../../../../../emulators/vertex/emulator-fetch'
import { textReply, type ReplyScript } from '../../../../../emulators/vertex/reply-script'
import { startVertexEmulator } from '../../../../../emulators/vertex/vertex-emulator'
import { createMemoryFetch } from './memory-fetch'
import { createSteadyModel, IDLE_MS } from './steady-model'
import { createStockModel } from './stock-model'

/** How one model class fared with one kind of trouble. */
export interface Outcome {
  readonly text: string
  readonly ended: 'well' | 'with an error' | 'never'
  /** It told its reader that the answer is whole. */
  readonly saysFinished: boolean
  readonly unhandledRejections: number
}

export interface Comparison {
  readonly outcomes: Readonly<Record<Trouble, Outcome>>
  /** CPU of ten times as many chunks, in times of the CPU of one tenth. */
  readonly chunkGrowth: number
  /** CPU milliseconds of one chunk of text full of braces. */
  readonly braceMs: number
  /** CPU milliseconds of 5,000 chunks, warmed up; the median of three. */
  readonly chunksMs: number
}

export type Trouble = keyof typeof TROUBLES

const WORDS = textReply('one two six ten', { charsPerChunk: 4 })

const TROUBLES = {
  reset: { ...WORDS, fault: { kind: 'reset', afterChunks: 3 } },
  stall: { ...WORDS, fault: { kind: 'stall', afterChunks: 3 } },
  truncation: { ...WORDS, fault: { kind: 'truncate', afterChunks: 3 } },
  'error in the stream': { ...WORDS, fault: { kind: 'error-in-stream', afterChunks: 3, status: 503 } },
  stop: { ...WORDS, delayMs: 50 },
  'several parts in a chunk': {
    chunks: [
      {
        candidates: [
          {
            content: {
              role: 'model',
              parts: [{ text: 'Hm', thought: true }, { text: 'one ' }, { text: 'two' }],
            },
            finishReason: 'STOP',
          },
        ],
      },
    ],
  },
} as const satisfies Record<string, ReplyScript>

/** Far longer than our own class needs to notice silence. */
const PATIENCE_MS = IDLE_MS * 4

const isStock = process.argv[2] === 'stock'
const open: (fetch: typeof globalThis.fetch) => ChatVertexAI = isStock ? createStockModel : createSteadyModel

let unhandledRejections = 0
process.on('unhandledRejection', () => unhandledRejections++)

// eslint-disable-next-line no-console -- the parent reads the result from here
console.log(JSON.stringify(await compare()))
process.exit()

async function compare(): Promise<Comparison> {
  const outcomes = {} as Record<Trouble, Outcome>
  for (const trouble of Object.keys(TROUBLES) as Trouble[]) outcomes[trouble] = await undergo(trouble)
  const chunks = (count: number) => cpuOf(textReply('x'.repeat(count), { charsPerChunk: 1 }))
  const braces = '}'.repeat(16 * 1024)
  await chunks(2000)
  const [small, large] = [await median(() => chunks(2000)), await chunks(20_000)]
  return {
    outcomes,
    chunkGrowth: large / small,
    braceMs: await cpuOf(textReply(braces, { charsPerChunk: braces.length })),
    chunksMs: await median(() => chunks(5000)),
  }
}

async function undergo(trouble: Trouble): Promise<Outcome> {
  const emulator = await startVertexEmulator()
  emulator.script(TROUBLES[trouble])
  unhandledRejections = 0
  const stop = new AbortController()
  const outcome = { text: '', saysFinished: false }
  const listen = async () => {
    const stream = await open(createEmulatorFetch(emulator)).stream('prompt', { signal: stop.signal })
    for await (const chunk of stream) {
      outcome.text += chunk.text
      const { finish_reason, finishReason } = chunk.response_metadata
      if (finish_reason !== undefined || finishReason !== undefined) outcome.saysFinished = true
      if (trouble === 'stop') stop.abort()
    }
  }
  const ended = await Promise.race([
    listen().then(
      () => 'well' as const,
      () => 'with an error' as const,
    ),
    sleep(PATIENCE_MS, 'never' as const),
  ])
  // A rejection counts as unhandled when the turn in which it happened is over.
  await sleep(50)
  const seen = { ...outcome, ended, unhandledRejections }
  stop.abort()
  await emulator.close()
  return seen
}

async function cpuOf({ chunks }: ReplyScript): Promise<number> {
  const fetch = createMemoryFetch(chunks)
  const before = process.cpuUsage()
  for await (const chunk of await open(fetch).stream('prompt')) void chunk
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function median(measure: () => Promise<number>): Promise<number> {
  const figures = [await measure(), await measure(), await measure()].sort((a, b) => a - b)
  return figures[1] ?? 0
}
