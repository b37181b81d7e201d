import fc from 'fast-check'
import { expect, it } from 'vitest'

import { createHeldChunks } from './held-chunks'

const HIDDEN = 'x'.charCodeAt(0)

it('hides the byte at its place in the whole body, wherever chunks are cut, and keeps those it was given', () => {
  const sizes = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(sizes, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (lengths, position, border) => {
      const held = createHeldChunks()
      const given = lengths.map((length, at) => ({ at, bytes: new Uint8Array(length) }))
      given.forEach(held.add)
      held.mask(position)
      const released = [...held.releaseBefore(border), ...held.releaseBefore(Infinity)]
      const body = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
      body.set(position < body.length ? [HIDDEN] : [], Math.min(position, body.length))
      expect(released.map(({ at }) => at)).toEqual(given.map(({ at }) => at))
      expect(new Uint8Array(Buffer.concat(released.map(({ bytes }) => bytes)))).toEqual(body)
      expect(given.some(({ bytes }) => bytes.includes(HIDDEN))).toBe(false)
    }),
  )
})

it('releases only what lies before the border as a whole, once', () => {
  const held = createHeldChunks()
  for (const at of [1, 2, 3]) held.add({ at, bytes: new Uint8Array(10) })
  const released = [9, 10, 29, 30].map((border) => held.releaseBefore(border).map(({ at }) => at))
  expect(released).toEqual([[], [1], [2], [3]])
})
