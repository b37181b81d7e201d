import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { BUILT_IN_PRICES, makePriceList, readPriceList } from './prices'

function temporary(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'nagare-prices-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'prices.json')
  if (text !== undefined) writeFileSync(file, text)
  return file
}

it('has the prices of the app without a list of the user', () => {
  expect(readPriceList(temporary())).toEqual({ prices: BUILT_IN_PRICES, own: 'absent' })
})

it('puts the user’s own over them, with their own date', () => {
  const own = {
    date: '2027-01-01',
    models: { 'gpt-5.5': { input: 1, output: 2 }, mine: { input: 0, output: 0 } },
  }
  expect(readPriceList(temporary(JSON.stringify(own)))).toEqual({
    prices: {
      ...BUILT_IN_PRICES,
      'gpt-5.5': { input: 1, output: 2, date: '2027-01-01' },
      mine: { input: 0, output: 0, date: '2027-01-01' },
    },
    own: 'read',
  })
})

it.each([
  ['a comma too many', '{\n  "date": "2027-01-01",\n  "models": {,}\n}', { line: 3 }],
  ['an end that is missing', '{\n  "date": "2027-01-01"', { line: 2 }],
  ['a price that is none', '{"date":"2027-01-01","models":{"a":{"input":"1","output":1}}}', {}],
  ['no date', '{"models":{}}', {}],
  ['what is no JSON at all, in a line that V8 does not name', 'x', {}],
])('says where %s is, goes on with the app’s, and leaves the file alone', (_, text, place) => {
  const file = temporary(text)
  const { prices, own } = readPriceList(file)
  expect(prices).toBe(BUILT_IN_PRICES)
  expect(own).toEqual({ ...place, detail: expect.stringMatching(/JSON|models → a → input|date/) as string })
  expect(readFileSync(file, 'utf8')).toBe(text)
})

it('makes a list to begin with, and never writes over one', () => {
  const file = temporary()
  makePriceList(file)
  expect(readPriceList(file)).toEqual({ prices: BUILT_IN_PRICES, own: 'read' })
  writeFileSync(file, 'mine')
  makePriceList(file)
  expect(readFileSync(file, 'utf8')).toBe('mine')
})
