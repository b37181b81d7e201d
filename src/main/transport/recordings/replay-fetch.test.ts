import { setImmediate as immediate } from 'node:timers/promises'

import { expect, it, vi } from 'vitest'

import { caught } from '../testing/caught'
import { createHandClock } from '../testing/hand-clock'
import { toTransportFault } from '../transport-fault'
import type { RecordedEnding, Recording } from './recording'
import { createReplayFetch } from './replay-fetch'

const URL = 'https://example.com/'

function recordingOf(ending: RecordedEnding, texts: readonly string[] = ['a', 'b', 'c']): Recording {
  return {
    header: {
      provider: 'p',
      model: 'm',
      host: 'h',
      path: '/',
      recordedAt: '2026-11-22T10:20:30.000Z',
      response: { at: 100, status: 201, contentType: 'text/event-stream' },
    },
    chunks: texts.map((text, index) => ({ at: 200 + 100 * index, bytes: Buffer.from(text) })),
    ending,
  }
}

const COMPLETE = recordingOf({ at: 500, end: 'complete' })

it('answers with status, type and bytes when they came, at the speed that is asked for', async () => {
  const clock = createHandClock()
  const seen: unknown[] = []
  const reading = (async () => {
    const response = await createReplayFetch(COMPLETE, { speed: 10, clock })(URL)
    seen.push([clock.now(), response.status, response.headers.get('content-type')])
    for await (const bytes of response.body ?? []) seen.push([clock.now(), Buffer.from(bytes).toString()])
    seen.push([clock.now(), 'end'])
  })()
  for (let step = 0; step < 60; step++) {
    await immediate()
    clock.pass(1)
  }
  await reading
  expect(seen).toEqual([
    [10, 201, 'text/event-stream'],
    [20, 'a'],
    [30, 'b'],
    [40, 'c'],
    [50, 'end'],
  ])
})

it('lets a slow reader catch up instead of waiting all over again', async () => {
  const clock = createHandClock()
  const asked = createReplayFetch(COMPLETE, { speed: 1, clock })(URL)
  clock.pass(1000)
  expect(await (await asked).text()).toBe('abc')
})

it.each([
  ['before the headers', 0],
  ['in the middle', 250],
])('ends with the reason of an abort %s, and leaves no timer behind', async (_name, abortAt) => {
  const clock = createHandClock()
  const abort = new AbortController()
  const fetch = createReplayFetch(COMPLETE, { speed: 1, clock })
  const failure = caught(fetch(URL, { signal: abort.signal }).then((response) => response.text()))
  for (let now = 0; now < abortAt; now += 50) {
    await immediate()
    clock.pass(50)
  }
  await immediate()
  abort.abort('enough')
  expect(await failure).toBe('enough')
  expect(clock.waiting()).toBe(0)
})

it.each<[string, (response: Response) => unknown]>([
  ['is over', (response) => response.text()],
  ['is cancelled', (response) => response.body?.cancel()],
])('lets go of the signal when the answer %s', async (_, end) => {
  const stop = new AbortController()
  const response = await createReplayFetch(COMPLETE, { speed: 'max' })(URL, { signal: stop.signal })
  const remove = vi.spyOn(stop.signal, 'removeEventListener')
  await end(response)
  expect(remove).toHaveBeenCalled()
})

it.each([204, 304])('answers %i without a body', async (status) => {
  const header = { ...COMPLETE.header, response: { at: 0, status, contentType: '' } }
  const response = await createReplayFetch({ ...COMPLETE, header, chunks: [] }, { speed: 'max' })(URL)
  expect([response.status, response.body]).toEqual([status, null])
})

it('hears a stop at full speed', async () => {
  const long = recordingOf(
    { at: 1e9, end: 'complete' },
    Array.from({ length: 10_000 }, () => 'x'),
  )
  const abort = new AbortController()
  const response = await createReplayFetch(long, { speed: 'max' })(URL, { signal: abort.signal })
  setTimeout(() => abort.abort('enough'))
  expect(await caught(response.text())).toBe('enough')
})

it('breaks with the very fault that was recorded, after the last byte', async () => {
  const fault = { kind: 'reset', host: 'h', bytesReceived: 3 } as const
  const response = await createReplayFetch(recordingOf({ at: 500, end: 'fault', fault }), { speed: 'max' })(
    URL,
  )
  const reader = response.body?.getReader()
  const texts = [await reader?.read(), await reader?.read(), await reader?.read()].map((read) =>
    Buffer.from(read?.value ?? []).toString(),
  )
  expect(texts).toEqual(['a', 'b', 'c'])
  expect(toTransportFault(await caught(Promise.resolve(reader?.read())))).toEqual(fault)
})

it('rejects where no answer ever began', async () => {
  const fault = { kind: 'refused', host: 'h', bytesReceived: 0 } as const
  const { header } = COMPLETE
  const { provider, model, host, path, recordedAt } = header
  const recording: Recording = {
    header: { provider, model, host, path, recordedAt },
    chunks: [],
    ending: { at: 5, end: 'fault', fault },
  }
  const failure = await caught(createReplayFetch(recording, { speed: 'max' })(URL))
  expect(toTransportFault(failure)).toEqual(fault)
})

it.each(['cancelled', 'broken-off'] as const)('merely ends where the recording was %s', async (end) => {
  const response = await createReplayFetch(recordingOf({ at: 500, end }), { speed: 'max' })(URL)
  expect(await response.text()).toBe('abc')
})
