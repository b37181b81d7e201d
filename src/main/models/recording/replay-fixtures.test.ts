import { fileURLToPath } from 'node:url'
import { setImmediate as immediate } from 'node:timers/promises'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { GenerateContentChunk } from '../../../../emulators/vertex/generate-content'
import { type Fixture, FIXTURES, readFixture } from '../../../../emulators/recordings/fixtures'
import { PROVIDER_FIXTURES, type ProviderFixture } from '../../../../emulators/recordings/provider-fixtures'
import { type Clock, SYSTEM_CLOCK } from '../../transport/clock'
import { readRecording } from '../../transport/recordings/read-recording'
import type { Recording } from '../../transport/recordings/recording'
import { createReplayFetch } from '../../transport/recordings/replay-fetch'
import { createHandClock } from '../../transport/testing/hand-clock'
import { openContext } from '../testing/connection-context'
import { createRecordingProvider } from './recording-provider'
import { REPLAYED_PROVIDERS } from './replayed-providers'
import { endingOf, hearReply, wordsOf } from './testing/hear-reply'

const FOLDER = fileURLToPath(new URL('../../../../emulators/recordings', import.meta.url))

const ENDINGS: Readonly<Record<string, string>> = {
  'cut-stream': 'interrupted',
  'error-in-stream': 'provider-failed',
  'max-tokens': 'length',
  'prompt-blocked': 'blocked',
  reset: 'connection-reset',
  safety: 'blocked',
}

/** What the emulator was told to say before its fault, if any. */
function expectedOf({ name, chunks, fault }: Fixture) {
  const parts = chunks.slice(0, fault?.afterChunks).flatMap(partsOf)
  const join = (isThought: boolean) =>
    parts.flatMap(({ text = '', thought = false }) => (thought === isThought ? [text] : [])).join('')
  return { text: join(false), thought: join(true), ending: ENDINGS[name] ?? 'complete' }
}

function partsOf({ candidates }: GenerateContentChunk) {
  return candidates?.[0]?.content?.parts ?? []
}

function open(modelName: string, clock: Clock = SYSTEM_CLOCK) {
  const { fetch } = globalThis
  return createRecordingProvider({ folder: FOLDER, clock }).open(modelName, openContext({ fetch }))
}

async function hear(modelName: string, clock?: Clock) {
  const events = await hearReply(await open(modelName, clock))
  return { text: wordsOf(events, 'text'), thought: wordsOf(events, 'thought'), ending: endingOf(events) }
}

/** Lets time pass step by step until the reply is over; says how much passed. */
async function hearByHand(modelName: string, stepMs: number) {
  const clock = createHandClock()
  let isOver = false
  const hearing = hear(modelName, clock).finally(() => (isOver = true))
  while (!isOver) {
    await immediate()
    if (clock.waiting() > 0) clock.pass(stepMs)
  }
  return { heard: await hearing, tookMs: clock.now() }
}

/** What another provider's emulator was told to say before its fault, if any. */
function expectedOfProvider({ chunks, fault }: ProviderFixture) {
  const said = chunks.slice(0, fault?.afterChunks)
  const ending = fault === undefined ? 'complete' : ENDINGS[fault.kind === 'reset' ? 'reset' : 'cut-stream']
  return {
    text: said.map(({ text = '' }) => text).join(''),
    thought: said.map(({ thought = '' }) => thought).join(''),
    ending,
  }
}

const REPLAYS = [
  ...FIXTURES.map((fixture) => ({ name: fixture.name, expected: expectedOf(fixture) })),
  ...PROVIDER_FIXTURES.map((fixture) => ({ name: fixture.name, expected: expectedOfProvider(fixture) })),
]

describe.each(REPLAYS)('the recording $name', (fixture) => {
  const { expected } = fixture
  const { recording } = readRecording(readFixture(fixture.name)) as { readonly recording: Recording }

  it('says the same words and ends the same way as fast as possible', async () => {
    expect(await hear(`${fixture.name}@max`)).toEqual(expected)
  })

  it.each([
    [1, 4],
    [10, 0.4],
  ])('says them at %dx, in the time that it takes', async (speed, stepMs) => {
    const { heard, tookMs } = await hearByHand(`${fixture.name}@${speed}x`, stepMs)
    expect(heard).toEqual(expected)
    const lateMs = tookMs - recording.ending.at / speed
    expect(Math.round(lateMs * 1000) / 1000).toBeGreaterThanOrEqual(0)
    expect(lateMs).toBeLessThanOrEqual(stepMs)
  })

  it('gives the same events however its bytes are cut', async () => {
    const events = await hearReply(await openReplay(recording))
    const bytes = Buffer.concat(recording.chunks.map((chunk) => chunk.bytes))
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        expect(await hearReply(await openReplay(cutAgain(recording, bytes, at)))).toEqual(events)
      }),
      { numRuns: 200 },
    )
  }, 120_000)
})

function cutAgain(recording: Recording, bytes: Buffer, cuts: readonly number[]): Recording {
  const borders = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
  const at = recording.ending.at
  const chunks = borders
    .slice(1)
    .map((border, index) => ({ at, bytes: bytes.subarray(borders[index], border) }))
    .filter((chunk) => chunk.bytes.length > 0)
  return { ...recording, chunks }
}

function openReplay(recording: Recording) {
  const provider = REPLAYED_PROVIDERS.find(({ id }) => id === recording.header.provider)
  if (!provider) throw new Error('No such provider')
  return provider.open(recording.header, createReplayFetch(recording, { speed: 'max' }))
}
