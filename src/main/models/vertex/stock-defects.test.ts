import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { beforeAll, describe, expect, it } from 'vitest'

import type { Comparison, Outcome } from './testing/compare-in-child'

const CHILD = fileURLToPath(new URL('testing/compare-in-child.ts', import.meta.url))

/** The stock class raises unhandled rejections and hangs, so each class lives in a process of its own. */
async function compare(which: 'ours' | 'stock'): Promise<Comparison> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', CHILD, which])
  return JSON.parse(stdout) as Comparison
}

let ours: Comparison
let stock: Comparison

beforeAll(async () => {
  // One after the other: the two are compared by their use of the processor.
  ours = await compare('ours')
  stock = await compare('stock')
}, 300_000)

const ARRIVED = 'one two six '
const BROKEN: Outcome = { text: ARRIVED, ended: 'with an error', unhandledRejections: 0, saysFinished: false }
const ENDED: Outcome = { ...BROKEN, ended: 'well' }

describe('a reset in mid-stream', () => {
  it('ends our stream with an error and leaves nothing unhandled', () => {
    expect(ours.outcomes.reset).toEqual(BROKEN)
  })
  it('hangs the stock class for ever, with an unhandled rejection', () => {
    expect(stock.outcomes.reset).toEqual({ ...BROKEN, ended: 'never', unhandledRejections: 1 })
  })
})

describe('a stop', () => {
  it('ends our stream and leaves nothing unhandled', () => {
    expect(ours.outcomes.stop).toEqual({ ...BROKEN, text: 'one ' })
  })
  it('leaves an unhandled rejection behind in the stock class', () => {
    expect(stock.outcomes.stop).toEqual({ ...BROKEN, text: 'one ', unhandledRejections: 1 })
  })
})

describe('a provider that falls silent', () => {
  it('ends our stream with an error', () => {
    expect(ours.outcomes.stall).toEqual(BROKEN)
  })
  it('holds the stock class for ever', () => {
    expect(stock.outcomes.stall).toEqual({ ...BROKEN, ended: 'never' })
  })
})

describe('an error reported in the stream', () => {
  it('is an error of our stream', () => {
    expect(ours.outcomes['error in the stream']).toEqual(BROKEN)
  })
  it('is a success for the stock class', () => {
    expect(stock.outcomes['error in the stream']).toEqual({ ...ENDED, saysFinished: true })
  })
})

describe('a truncated answer', () => {
  it('ends without a finish reason, by which it is known', () => {
    expect(ours.outcomes.truncation).toEqual(ENDED)
  })
  it('is told to be finished by the stock class', () => {
    expect(stock.outcomes.truncation).toEqual({ ...ENDED, saysFinished: true })
  })
})

describe('a chunk of several parts', () => {
  it('is whole in our stream', () => {
    expect(ours.outcomes['several parts in a chunk']).toEqual({
      ...ENDED,
      text: 'one two',
      saysFinished: true,
    })
  })
  it('is its first part alone, a thought here, in the stock class', () => {
    expect(stock.outcomes['several parts in a chunk']).toEqual({ ...ENDED, text: '', saysFinished: true })
  })
})

describe('the work for an answer', () => {
  it('grows with the number of chunks, and faster than that in the stock class', () => {
    expect(ours.chunkGrowth).toBeLessThan(12)
    expect(stock.chunkGrowth).toBeGreaterThan(12)
  })
  // How much less is measured by `npm run bench -- engine`, after a longer warm-up than a test has time for.
  it('is less than what the stock class does, for 5,000 chunks', () => {
    expect(stock.chunksMs / ours.chunksMs).toBeGreaterThan(1)
  })
  it('does not depend on braces, of which 16 KB cost the stock class ten times as much', () => {
    expect(stock.braceMs / ours.braceMs).toBeGreaterThan(10)
  })
})
