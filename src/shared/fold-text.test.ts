import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldText, foldWithOffsets } from './fold-text'

describe('folding', () => {
  it.each([
    ['full width', 'ＧＰＴ－４', 'gpt-4'],
    ['half-width katakana with its voicing mark', 'ｶﾞｲﾄﾞ', 'ガイド'],
    ['hiragana and katakana', 'ストリーム', 'すとりーむ'],
    ['a line break and a space', 'one\ntwo\tthree', 'one two three'],
    ['capitals', 'RIVER Σ ΑΣ', 'river ς ας'],
    ['accents, composed or not', 'Kōshien cafe\u0301', 'Koshien café'],
    ['circled and squared signs', '①㌔', '1キロ'],
    ['Hangul, composed or not', '한글', '한글'.normalize('NFD')],
  ])('takes %s for the same', (_, text, other) => {
    expect(foldText(text)).toBe(foldText(other))
  })

  it('tells a voiced sound from a plain one', () => {
    expect(foldText('が')).not.toBe(foldText('か'))
    expect(foldText('ﾊﾟ')).not.toBe(foldText('バ'))
  })

  it.each([
    ['全角ＡＢＣと①②③', 'abc', 'ＡＢＣ'],
    ['x㌔メートル', 'ロメ', '㌔メ'],
    ['ｶﾞｲﾄﾞ', 'イ', 'ｲ'],
    ['😀 Café 😀', 'cafe', 'Café'],
  ])('leads in %j from %j back to what was written', (text, sought, written) => {
    const { folded, toSource } = foldWithOffsets(text)
    const at = folded.indexOf(foldText(sought))
    const [start, end] = [toSource(at), toSource(at + foldText(sought).length)]
    expect(text.slice(start, end)).toBe(written)
  })

  it('folds sign by sign exactly as it folds the whole, and only ever goes forward', () => {
    const nasty = fc.constantFrom(
      ...[
        'ｶ',
        'ﾞ',
        'ﾟ',
        '゙',
        'が',
        'か',
        'A',
        'ẞ',
        'İ',
        'Σ',
        'é',
        '\u0301',
        '㌔',
        '①',
        '한',
        'ᄒ',
        'ᅡ',
        'ᆫ',
        'ﾡ',
        'ￂ',
      ],
      ...[
        'ㅎ',
        'ㅏ',
        '👩‍👩‍👧',
        '\u200d',
        '🇯🇵',
        '\ud83d',
        '\n',
        ' ',
        '　',
        'ﬁ',
        'ｗ',
        'ヷ',
        'ヽ',
        'ヾ',
        'ー',
        'क',
        'ि',
        '\0',
      ],
    )
    const any = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))
    const text = fc.array(fc.oneof(nasty, any), { maxLength: 24 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (source) => {
        const { folded, toSource } = foldWithOffsets(source)
        expect(folded).toBe(foldText(source))
        const offsets = Array.from({ length: folded.length + 1 }, (_, offset) => toSource(offset))
        expect(offsets).toEqual(offsets.toSorted((one, other) => one - other))
        expect(offsets.at(-1)).toBe(source.length)
      }),
    )
  })
})
