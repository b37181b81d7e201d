/** A text in which what readers take for the same is the same, and the way back to the text as it was written. */
export interface FoldedText {
  readonly folded: string
  /** Where a character of `folded` begins in the source; at its end, the source's. In UTF-16 units. */
  toSource(offset: number): number
}

/** What belongs to the sign before it: marks, the voicing of half-width katakana, the later letters of Hangul. */
const SIGN = /[^][\p{M}\u200d\uff9e\uff9f\u1160-\u11ff\u3131-\u318e\uffa0-\uffdc]*/gu
const LATIN_MARKS = /[\u0300-\u036f]+/g
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g
const KATAKANA_TO_HIRAGANA = 0x60
/** What is its own compatibility form, and is folded sign by sign: most of English and of Japanese. */
const PLAIN = /^[\0-\x7f\u3001-\u3011\u3041-\u3096\u30a1-\u30f6\u30fb\u30fc\u4e00-\u9fff]*$/
/** Whatever is not a plain space already: to put a space for a space takes most of the time. */
const OTHER_SPACE = /[^\S ]/g

/**
 * Full and half width, capitals, accents, hiragana and katakana, a space and a line break are each folded into one: what
 * somebody looks for is found however it was typed. Voicing marks stay, because が is another sound than か.
 */
export function foldText(text: string): string {
  return toHiragana(PLAIN.test(text) ? text.toLowerCase() : fold(text)).replaceAll(OTHER_SPACE, ' ')
}

/** The same folding, slower, for those who mark what they found. */
export function foldWithOffsets(text: string): FoldedText {
  if (PLAIN.test(text)) return { folded: foldText(text), toSource: (offset) => offset }
  let folded = ''
  const starts: number[] = []
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const next = foldText(sign)
    for (let unit = 0; unit < next.length; unit++) starts.push(index)
    folded += next
  }
  starts.push(text.length)
  return { folded, toSource: (offset) => starts[offset] ?? text.length }
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(LATIN_MARKS, '')
    .normalize('NFC')
    .replaceAll('ς', 'σ')
}

function toHiragana(text: string): string {
  return text.replaceAll(KATAKANA, (sign) => String.fromCharCode(sign.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
}
