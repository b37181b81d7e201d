import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { textReply } from '../../emulators/vertex/reply-script'
import { startVertexEmulator, type VertexEmulator } from '../../emulators/vertex/vertex-emulator'
import { median } from '../statistics'
import type { ReadCost, Reader } from './read-in-child'

export interface ModelCost {
  /** What the stock class costs, in times of ours, for 5,000 chunks. */
  readonly timesFasterThanStock: Cost
  /** What 50,000 chunks cost, in times of 5,000. */
  readonly growth10x: Cost
  /** Milliseconds for one chunk of a megabyte of closing braces. */
  readonly braces: Cost
}

interface Cost {
  /** Of the process that read. */
  readonly cpu: number
  readonly wall: number
}

/** V8 goes on compiling what it runs for so long. */
const WARM_UP_ROUNDS = 4
const BRACES = '}'.repeat(1024 * 1024)

/** Our Vertex model and the stock one, each in a process of its own; the emulator is in this one. */
export async function measureModelCost(): Promise<ModelCost> {
  const emulator = await startVertexEmulator()
  const ours = await startReader('ours', emulator)
  const stock = await startReader('stock', emulator)
  try {
    const compareWithStock = (): Promise<Cost> =>
      compare(
        () => stock.read(5000),
        () => ours.read(5000),
      )
    const compareWithTenth = (): Promise<Cost> =>
      compare(
        () => ours.read(50_000),
        () => ours.read(5000),
      )
    const readBraces = (): Promise<Cost> => ours.read(1, BRACES)

    console.error('▸ our model beside the stock one: 5,000 chunks')
    await medianOf(WARM_UP_ROUNDS, compareWithStock)
    const timesFasterThanStock = await medianOf(7, compareWithStock)
    console.error('▸ our model: 50,000 chunks beside 5,000')
    const growth10x = await medianOf(3, compareWithTenth)
    console.error('▸ our model: a megabyte of braces in one chunk')
    return { timesFasterThanStock, growth10x, braces: await medianOf(5, readBraces) }
  } finally {
    ours.end()
    stock.end()
    await emulator.close()
  }
}

/** The cost of one answer in times of the other's, read right after it, so that both meet the same machine. */
async function compare(one: () => Promise<Cost>, other: () => Promise<Cost>): Promise<Cost> {
  const [a, b] = [await one(), await other()]
  return { cpu: a.cpu / b.cpu, wall: a.wall / b.wall }
}

async function medianOf(times: number, take: () => Promise<Cost>): Promise<Cost> {
  const taken: Cost[] = []
  while (taken.length < times) taken.push(await take())
  return { cpu: median(taken.map(({ cpu }) => cpu)), wall: median(taken.map(({ wall }) => wall)) }
}

async function startReader(reader: Reader, emulator: VertexEmulator) {
  const child = fork(fileURLToPath(new URL('read-in-child.ts', import.meta.url)), [reader, emulator.origin], {
    execArgv: ['--import', 'tsx'],
    // Nothing of ours that could make LangChain trace or Google's library look for credentials.
    env: { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: emulator.caFile },
  })
  await once(child, 'message')

  async function read(chunks: number, chunk = 'waters'): Promise<Cost> {
    emulator.script(textReply(chunk.repeat(chunks), { charsPerChunk: chunk.length }))
    child.send('Flow')
    const { characters, cpuMs, wallMs } = await answerOf(child)
    if (characters !== chunk.length * chunks)
      throw new Error(`${reader}: only ${characters} characters came.`)
    return { cpu: cpuMs, wall: wallMs }
  }
  return { read, end: () => child.kill() }
}

async function answerOf(child: ChildProcess): Promise<ReadCost> {
  const answered = new AbortController()
  const signal = AbortSignal.any([answered.signal, AbortSignal.timeout(LONGEST_ANSWER_MS)])
  const gone = once(child, 'exit', { signal }).then(() => {
    throw new Error('A reader ended before its stream did.')
  })
  try {
    const [cost] = (await Promise.race([once(child, 'message', { signal }), gone])) as [ReadCost]
    return cost
  } finally {
    gone.catch(() => undefined)
    answered.abort()
  }
}

const LONGEST_ANSWER_MS = 60_000
