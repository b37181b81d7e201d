import { expect, it } from 'vitest'

import { toArrivals } from './to-arrivals'

const event = (text: string): string =>
  `data: ${JSON.stringify({ candidates: [{ content: { parts: [{ text }] } }] })}\r\n\r\n`

it('dates a chunk by the read that brought its last byte', () => {
  const stream = event('ab') + event('cde')
  const cut = stream.length - 2
  expect(
    toArrivals([
      { at: 10, text: stream.slice(0, cut) },
      { at: 20, text: stream.slice(cut) + event('f') },
    ]),
  ).toEqual([
    { length: 2, at: 10 },
    { length: 5, at: 20 },
    { length: 6, at: 20 },
  ])
})
