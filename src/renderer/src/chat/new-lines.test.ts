import fc from 'fast-check'
import { expect, it } from 'vitest'

import { countLines, reflowed, startCounting } from './new-lines'

const lineHeight = 20

it('counts what the last message grew by, and every message that follows it', () => {
  const left = startCounting({ id: 'a', height: 100, lineHeight })
  const grown = countLines(left, { id: 'a', height: 160, lineHeight })
  const followed = countLines(grown, { id: 'b', height: 40, lineHeight })
  expect([left.count, grown.count, followed.count]).toEqual([0, 3, 5])
})

it('counts no line anew when the column gets narrower', () => {
  const left = countLines(startCounting({ id: 'a', height: 100, lineHeight }), {
    id: 'a',
    height: 140,
    lineHeight,
  })
  const narrow = reflowed(left, { id: 'a', height: 280, lineHeight })
  expect([narrow.count, countLines(narrow, { id: 'a', height: 300, lineHeight }).count]).toEqual([2, 3])
})

it('never takes a line back', () => {
  const message = fc.record({
    id: fc.constantFrom('a', 'b'),
    height: fc.nat(5_000),
    lineHeight: fc.constantFrom(20, NaN),
  })
  fc.assert(
    fc.property(message, fc.array(fc.tuple(message, fc.boolean())), (first, later) => {
      later.reduce((lines, [next, isNarrower]) => {
        const counted = (isNarrower ? reflowed : countLines)(lines, next)
        expect(counted.count).toBeGreaterThanOrEqual(lines.count)
        return counted
      }, startCounting(first))
    }),
  )
})
