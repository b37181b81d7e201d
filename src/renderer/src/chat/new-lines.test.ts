import fc from 'fast-check'
import { expect, it } from 'vitest'

import { countLines, reflowed, startCounting } from './new-lines'

const lineHeight = 20
const isWritten = true

it('counts what the last message grew by, and every message that follows it', () => {
  const left = startCounting({ id: 'a', height: 100, lineHeight, isWritten })
  const grown = countLines(left, { id: 'a', height: 160, lineHeight, isWritten })
  const followed = countLines(grown, { id: 'b', height: 40, lineHeight, isWritten })
  expect([left.count, grown.count, followed.count]).toEqual([0, 3, 5])
})

it('counts no line anew when the column gets narrower', () => {
  const left = countLines(startCounting({ id: 'a', height: 100, lineHeight, isWritten }), {
    id: 'a',
    height: 140,
    lineHeight,
    isWritten,
  })
  const narrow = reflowed(left, { id: 'a', height: 280, lineHeight, isWritten })
  expect([narrow.count, countLines(narrow, { id: 'a', height: 300, lineHeight, isWritten }).count]).toEqual([
    2, 3,
  ])
})

it('counts the last lines of an answer that ends, and nothing that is unfolded or laid out in it afterwards', () => {
  const left = startCounting({ id: 'a', height: 100, lineHeight, isWritten })
  const ended = countLines(left, { id: 'a', height: 140, lineHeight, isWritten: false })
  const laidOut = countLines(ended, { id: 'a', height: 900, lineHeight, isWritten: false })
  const continued = countLines(laidOut, { id: 'a', height: 920, lineHeight, isWritten })
  const further = countLines(continued, { id: 'a', height: 960, lineHeight, isWritten })
  expect([ended.count, laidOut.count, continued.count, further.count]).toEqual([2, 2, 3, 5])
})

it('counts no line of another conversation that is opened', () => {
  const left = startCounting({ id: 'a', height: 100, lineHeight, isWritten: false })
  expect(countLines(left, { id: 'b', height: 900, lineHeight, isWritten: false }).count).toBe(0)
})

it('never takes a line back', () => {
  const message = fc.record({
    id: fc.constantFrom('a', 'b'),
    height: fc.nat(5_000),
    lineHeight: fc.constantFrom(20, NaN),
    isWritten: fc.boolean(),
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
