import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { TransportFault } from '../transport-fault'
import { readRecording } from './read-recording'
import type { RecordedEnding, RecordingHeader } from './recording'
import { toChunkLine, toEndingLine, toHeaderLine } from './recording-lines'

const HEADER: RecordingHeader = {
  provider: 'vertex',
  model: 'gemini-3.5-flash',
  host: 'aiplatform.googleapis.com',
  path: '/v1/publishers/google/models/gemini-3.5-flash:streamGenerateContent',
  recordedAt: '2026-11-22T10:20:30.000Z',
  response: { at: 12, status: 200, contentType: 'text/event-stream' },
}
const header = toHeaderLine(HEADER)
const chunk = toChunkLine({ at: 20, bytes: Buffer.from('data: 1\n\n') })
const ending = toEndingLine({ at: 30, end: 'complete' })

it('gives back every byte that was written, whether it is text or not', () => {
  const at = fc.integer({ min: 12, max: 1e6 })
  const chunks = fc.array(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }).map(Buffer.from)))
  fc.assert(
    fc.property(at, chunks, (time, pieces) => {
      const text = header + pieces.map((bytes) => toChunkLine({ at: time, bytes })).join('')
      const read = readRecording(text)
      expect(read.ok && read.recording.chunks.map(({ bytes }) => [...bytes])).toEqual(
        pieces.map((bytes) => [...bytes]),
      )
    }),
  )
})

it.each<TransportFault>([
  { kind: 'reset', host: 'h', bytesReceived: 7 },
  { kind: 'stalled', silentSeconds: 60, host: 'h', bytesReceived: 7 },
  { kind: 'status', status: 429, retryAfterSeconds: 3, providerCode: 'X', host: 'h', bytesReceived: 0 },
  { kind: 'error-in-stream', providerMessage: 'No', host: 'h', bytesReceived: 7 },
  { kind: 'malformed', host: 'h', bytesReceived: 7 },
])('gives back the fault $kind', (fault) => {
  const end: RecordedEnding = { at: 30, end: 'fault', fault }
  expect(readRecording(header + toEndingLine(end))).toEqual({
    ok: true,
    recording: { header: HEADER, chunks: [], ending: end },
  })
})

it('takes keys out of the words of a fault and out of the header', () => {
  const said = 'Bad key AIzaSyD-0123456789abcdef'
  const fault = { kind: 'status', status: 400, providerMessage: said, host: 'h', bytesReceived: 0 } as const
  const lines = toHeaderLine({ ...HEADER, path: `/${said}` }) + toEndingLine({ at: 30, end: 'fault', fault })
  expect(lines).not.toContain('AIza')
  expect(readRecording(lines).ok).toBe(true)
})

describe('a recording that the app did not live to end', () => {
  it.each([
    ['after a line', header + chunk],
    ['in the middle of a line', header + chunk + chunk.slice(0, -5)],
    ['just before a line break', header + chunk + ending.trimEnd()],
  ])('is read as far as it goes: %s', (_name, text) => {
    expect(readRecording(text)).toEqual({
      ok: true,
      recording: {
        header: HEADER,
        chunks: [{ at: 20, bytes: Buffer.from('data: 1\n\n') }],
        ending: { at: 20, end: 'broken-off' },
      },
    })
  })
})

it.each([
  ['nothing', '', { kind: 'not-a-recording' }],
  ['something else', '{"format":"har","version":1}\n', { kind: 'not-a-recording' }],
  ['an image', '\u0089PNG\r\n\u001a\n', { kind: 'not-a-recording' }],
  ['a later version', header.replace('"version":1', '"version":2'), { kind: 'unknown-version', version: 2 }],
  ['a header without a host', header.replace('"host"', '"guest"'), { kind: 'damaged', line: 1 }],
  ['a line that is no JSON', `${header}{"at"\n${ending}`, { kind: 'damaged', line: 2 }],
  ['a blank line', `${header}${chunk}\n${ending}`, { kind: 'damaged', line: 3 }],
  ['bytes that are no base64', `${header}{"at":20,"base64":"%%"}\n`, { kind: 'damaged', line: 2 }],
  [
    'an unknown fault',
    `${header}{"at":20,"end":"fault","fault":{"kind":"?"}}\n`,
    { kind: 'damaged', line: 2 },
  ],
  ['a line after the end', header + ending + chunk.replace('20', '40'), { kind: 'damaged', line: 3 }],
  ['time that runs backwards', header + chunk + chunk.replace('20', '19'), { kind: 'damaged', line: 3 }],
])('says what is wrong with %s', (_name, text, fault) => {
  expect(readRecording(text)).toEqual({ ok: false, fault })
})
