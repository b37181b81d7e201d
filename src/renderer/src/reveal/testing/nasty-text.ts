import fc from 'fast-check'

import type { FindSteps } from '../find-steps'

/** Characters that are one to a reader and many to a machine. */
export const NASTY_CHARACTERS = {
  'a family': '👩‍👩‍👧',
  'a flag': '🇯🇵',
  'a flag made of tags': '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  'a combining dakuten': 'か\u3099',
  'a half-width dakuten': 'ｶﾞ',
  'a combining accent': 'e\u0301',
  'several accents': 'o\u0302\u0323\u0301',
  'a skin tone': '👍🏽',
  'a kiss with two skin tones': '👩🏽‍❤️‍💋‍👨🏿',
  'a Devanagari conjunct': 'क्ष्म्य',
  'Hangul jamo': '\u1112\u1161\u11ab',
  'a surrogate pair': '𠮷',
  'an ideographic variation': '葛\u{e0100}',
  'an emoji variation': '❤\ufe0f',
  'a keycap': '1\ufe0f\u20e3',
  'a line break of two': '\r\n',
  'a Tamil vowel sign': 'நி',
  'a Thai vowel sign': 'กำ',
} as const

const PLAIN = ['a', 'b', ' ', '\n', '.', 'か', '字', 'é', '1', '#']
const FRAGMENTS = [
  '\u200d',
  '\u0301',
  '\u3099',
  '\ufe0f',
  '🏽',
  '🇯',
  '\r',
  '👩',
  'क',
  '\u094d',
  '\ud83d',
  '\udc69',
]

/** Random texts of the nasty, of what they are made of, and of ordinary characters. */
export const nastyText = fc
  .array(fc.constantFrom(...Object.values(NASTY_CHARACTERS), ...PLAIN, ...FRAGMENTS), { maxLength: 40 })
  .map((pieces) => pieces.join(''))

/** Where the characters of a whole text end, by the platform's own account. */
export function trueEnds(text: string): readonly number[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
  return Array.from(segments, ({ index, segment }) => index + segment.length)
}

/** A reader who sees one character in so many, and another who sees none at all. */
export const someSteps = fc.record({ every: fc.integer({ min: 1, max: 12 }), first: fc.nat(12) }).map(
  ({ every, first }) =>
    (): FindSteps =>
    (_, ends) =>
      ends.filter((end) => end % every === first),
)
