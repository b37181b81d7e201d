import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ReplyEvent } from '#shared/reply-event'

import { collect } from '../testing/collect'
import { mergeDeltas } from './merge-deltas'

const replyId = 'r'
const start: ReplyEvent = { type: 'reply-start', replyId }
const end: ReplyEvent = { type: 'reply-end', replyId, reason: 'complete' }
const text = (at: number, said: string): ReplyEvent => ({
  type: 'reply-delta',
  replyId,
  kind: 'text',
  at,
  text: said,
})
const thought = (at: number, said: string): ReplyEvent => ({
  type: 'reply-delta',
  replyId,
  kind: 'thought',
  at,
  text: said,
})

/** A clock cranked by hand: pauses end when the test says so. */
function createPauses() {
  const waiting: (() => void)[] = []
  return {
    wait: () => new Promise<void>((resolve) => waiting.push(resolve)),
    endAll: () => waiting.splice(0).forEach((resolve) => resolve()),
    count: () => waiting.length,
  }
}

/** Lets everything that is ready happen. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

async function* from(events: readonly ReplyEvent[]): AsyncGenerator<ReplyEvent> {
  yield* events
}

describe('mergeDeltas', () => {
  it('lets the first delta out at once, and gathers the rest until the pause is over', async () => {
    const pauses = createPauses()
    const seen: ReplyEvent[] = []
    async function* slowly(): AsyncGenerator<ReplyEvent> {
      yield* [start, text(0, 'a'), text(1, 'b'), text(2, 'c')]
      await new Promise(() => {})
    }
    void (async () => {
      for await (const event of mergeDeltas(slowly(), { everyMs: 8, wait: pauses.wait })) seen.push(event)
    })()

    await settle()
    expect(seen).toEqual([start, text(0, 'a')])
    pauses.endAll()
    await settle()
    expect(seen).toEqual([start, text(0, 'a'), text(1, 'bc')])
    pauses.endAll()
    await settle()
    expect({ seen: seen.length, pauses: pauses.count() }).toEqual({ seen: 3, pauses: 0 })
  })

  it('says the gathered words before an ending, without waiting for the pause', async () => {
    const merged = mergeDeltas(
      from([start, text(0, 'a'), text(1, 'b'), thought(0, 'hm'), text(2, 'c'), end]),
      {
        everyMs: 8,
        wait: createPauses().wait,
      },
    )
    expect(await collect(merged)).toEqual([
      start,
      text(0, 'a'),
      text(1, 'b'),
      thought(0, 'hm'),
      text(2, 'c'),
      end,
    ])
  })

  it('passes an error on after the words that came before it', async () => {
    async function* failing(): AsyncGenerator<ReplyEvent> {
      yield* [text(0, 'a'), text(1, 'b')]
      throw new Error('reset')
    }
    const seen: ReplyEvent[] = []
    const reading = (async () => {
      for await (const event of mergeDeltas(failing(), { everyMs: 8, wait: createPauses().wait }))
        seen.push(event)
    })()
    await expect(reading).rejects.toThrow('reset')
    expect(seen).toEqual([text(0, 'a'), text(1, 'b')])
  })

  it('loses, repeats and reorders nothing, wherever the pauses fall', async () => {
    const step = fc.record({
      kind: fc.constantFrom('text' as const, 'thought' as const),
      said: fc.string({ minLength: 1, maxLength: 5, unit: 'binary' }),
      pauseEnds: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const pauses = createPauses()
        const length = { text: 0, thought: 0 }
        async function* source(): AsyncGenerator<ReplyEvent> {
          for (const { kind, said, pauseEnds } of steps) {
            yield { type: 'reply-delta', replyId, kind, at: length[kind], text: said }
            length[kind] += said.length
            if (pauseEnds) pauses.endAll()
          }
          yield end
        }
        const merged = await collect(mergeDeltas(source(), { everyMs: 8, wait: pauses.wait }))
        const heard = { text: '', thought: '' }
        for (const event of merged) {
          if (event.type !== 'reply-delta') continue
          expect(event.at).toBe(heard[event.kind].length)
          heard[event.kind] += event.text
        }
        const said = (kind: 'text' | 'thought') =>
          steps
            .filter((one) => one.kind === kind)
            .map((one) => one.said)
            .join('')
        expect(heard).toEqual({ text: said('text'), thought: said('thought') })
        expect(merged.at(-1)).toEqual(end)
      }),
    )
  })

  it('closes its source when nobody reads on', async () => {
    let isClosed = false
    async function* source(): AsyncGenerator<ReplyEvent> {
      try {
        for (let at = 0; ; at++) yield text(at, 'x')
      } finally {
        isClosed = true
      }
    }
    for await (const event of mergeDeltas(source(), { everyMs: 8, wait: createPauses().wait })) {
      if (event.type === 'reply-delta') break
    }
    expect(isClosed).toBe(true)
  })
})
