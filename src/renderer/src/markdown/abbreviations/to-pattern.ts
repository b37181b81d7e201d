/** A letter or digit of a language that puts spaces between its words: next to one, a word goes on. */
const LETTER =
  '[[\\p{L}\\p{N}_]--[\\p{Script_Extensions=Han}\\p{Script_Extensions=Hiragana}\\p{Script_Extensions=Katakana}]]'

/** Finds these words, the longest first, where they stand for themselves: `HTML` in `HTMLは` and `(HTML)`, not in `XHTML`. */
export function toPattern(words: readonly string[]): RegExp {
  const alternatives = words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`(?<!${LETTER})(?:${alternatives.join('|')})(?!${LETTER})`, 'gv')
}
