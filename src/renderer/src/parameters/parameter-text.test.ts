import { expect, it } from 'vitest'

import { numbersOf, readNumber, readStops, writeStops } from './parameter-text'

const UNIT = { least: 0, most: 1 }

it.each([
  ['0.5', { value: 0.5 }],
  [' ,5 ', { value: 0.5 }],
  ['０．７', { value: 0.7 }],
  ['', { value: undefined }],
  ['1.5', { problem: 'number' }],
  ['-0.1', { problem: 'number' }],
  ['warm', { problem: 'number' }],
  ['1e3', { problem: 'number' }],
  ['Infinity', { problem: 'number' }],
])('reads “%s” as a probability', (text, read) => {
  expect(readNumber('topP', text, UNIT)).toEqual(read)
})

it('counts in whole numbers', () => {
  const range = { least: 1, most: 9000 }
  expect([
    readNumber('maxOutputTokens', '12.5', range),
    readNumber('maxOutputTokens', '4096', range),
  ]).toEqual([{ problem: 'whole' }, { value: 4096 }])
})

it('writes stop sequences a line each, and reads them back as they are', () => {
  const sequences = ['\n\n', 'END', 'a\\nb', '\t終わり', ' ']
  expect(writeStops(['\n\n', 'END'])).toBe('\\n\\n\nEND')
  expect(readStops(writeStops(sequences))).toEqual(sequences)
  expect(readStops('\n\n')).toEqual([])
})

it('asks for the numbers that the model accepts, without those that a thinking budget forbids', () => {
  const rules = {
    ...{ temperature: UNIT, seed: UNIT, thinkingBudget: { least: 1024, most: 2048 } },
    withoutBudget: ['temperature'] as const,
  }
  const names = (own: object) => numbersOf(rules, own).map(([name]) => name)
  expect([names({}), names({ thinkingBudget: 1024 })]).toEqual([
    ['temperature', 'thinkingBudget', 'seed'],
    ['thinkingBudget', 'seed'],
  ])
})
