import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldText } from '#shared/fold-text'

import { parseQuery } from './parse-query'

const NOW = new Date(2026, 10, 25, 23, 59)
const parse = (text: string) => parseQuery(text, NOW)
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime()
const NOTHING = { words: [], without: [], problems: [] }

describe('a query', () => {
  it.each([
    ['River  flow', { words: ['river', 'flow'] }],
    ['川の　流れ', { words: ['川の', '流れ'] }],
    ['"the old mill" water', { words: ['the old mill', 'water'] }],
    ['“the old” ＂Mill＂', { words: ['the old', 'mill'] }],
    ['"not yet clos', { words: ['not yet clos'] }],
    ['ｶﾀｶﾅ', { words: ['かたかな'] }],
    ['same same', { words: ['same'] }],
    ['river -sea －海 -"old mill"', { words: ['river'], without: ['sea', '海', 'old mill'] }],
    ['well-known - a', { words: ['well-known', 'a'] }],
    ['-model:x y', { words: ['y'], without: ['model:x'] }],
    ['MODEL:Gemini ｉｎ：旅行 x', { words: ['x'], model: 'gemini', folder: '旅行' }],
    ['model:"Gemini 3.5 Flash"', { model: 'gemini 3.5 flash' }],
    ['time:12 http://a.example', { words: ['time:12', 'http://a.example'] }],
    ['', {}],
    ['   " ', {}],
  ])('%j is read as what was meant', (text, expected) => {
    expect(parse(text)).toEqual({ ...NOTHING, ...expected })
  })

  it.each([
    ['2026-03-01', day(2026, 3, 1)],
    ['2026/3/1', day(2026, 3, 1)],
    ['２０２６年３月１日', day(2026, 3, 1)],
    ['2026-03', day(2026, 3, 1)],
    ['2026年3月', day(2026, 3, 1)],
    ['2026', day(2026, 1, 1)],
    ['2026年', day(2026, 1, 1)],
    ['2024-02-29', day(2024, 2, 29)],
    ['today', day(2026, 11, 25)],
    ['昨日', day(2026, 11, 24)],
  ])('takes after:%s and before:%s for the first moment of it', (value, at) => {
    expect(parse(`after:${value}`)).toEqual({ ...NOTHING, after: at })
    expect(parse(`before:${value}`)).toEqual({ ...NOTHING, before: at })
  })

  it.each([
    ['before:foo', { kind: 'no-date', filter: 'before', value: 'foo' }],
    ['after:2026-02-30', { kind: 'no-date', filter: 'after', value: '2026-02-30' }],
    ['after:2026-13', { kind: 'no-date', filter: 'after', value: '2026-13' }],
    ['before:26-1-1', { kind: 'no-date', filter: 'before', value: '26-1-1' }],
    ['model:', { kind: 'no-value', filter: 'model' }],
    ['in:""', { kind: 'no-value', filter: 'in' }],
  ])('says what is wrong with %s, and finds the rest', (filter, problem) => {
    expect(parse(`river ${filter}`)).toEqual({ ...NOTHING, words: ['river'], problems: [problem] })
  })

  it('says that it needs a word when it only says what it does not want', () => {
    expect(parse('-sea')).toEqual({ ...NOTHING, without: ['sea'], problems: [{ kind: 'only-without' }] })
    expect(parse('-sea after:2026').problems).toEqual([])
  })

  it('never throws, and puts a quoted phrase through as it is, whatever is in it', () => {
    const piece = fc.constantFrom(
      ...['"', '-', 'in:', 'before:', 'model:', '　', ' ', '“', 'の', 'Ａ', '\n', '2026', '😀', 'ｶﾞ'],
    )
    const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (typed) => {
        const query = parse(typed)
        const all = [...query.words, ...query.without]
        expect(all.filter((word) => word.trim() === '' || word !== foldText(word))).toEqual([])
        const phrase = typed.normalize('NFKC').replaceAll(/["“”„‟″]/g, '')
        const expected = phrase.trim() === '' ? [] : [foldText(phrase)]
        expect(parse(`"${phrase}"`).words).toEqual(expected)
      }),
    )
  })
})
