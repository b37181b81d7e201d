import { findRanges } from '#shared/find-ranges'
import { foldText, foldWithOffsets } from '#shared/fold-text'
import type { TextRange } from '#shared/requests/search'

/** What is shown before the first word that was found, and in all. In UTF-16 units. */
const BEFORE = 40
const LONGEST = 200
/** How far a place may move when what stands before it is folded, before everything is folded sign by sign. */
const REACH = 300

/** A part of a text with the words of a query in it, in one line. */
export function toExcerpt(
  text: string,
  words: readonly string[],
): { readonly excerpt: string; readonly ranges: readonly TextRange[] } {
  const at = firstPlace(text, words)
  const start = wholeFrom(text, at - BEFORE <= 0 ? 0 : at - BEFORE)
  const end = wholeFrom(text, Math.min(text.length, start + LONGEST))
  const part = text.slice(start, end).replaceAll(/\s/g, ' ')
  const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : '']
  const excerpt = before + part + after
  const ranges = toRanges(part, words).map((range) => ({
    start: range.start + before.length,
    end: range.end + before.length,
  }))
  return { excerpt, ranges }
}

/** Where folded words stand in a text as it was written; ranges that touch become one. */
export function toRanges(text: string, words: readonly string[]): readonly TextRange[] {
  const ranges: TextRange[] = []
  for (const range of findRanges(text, words)) {
    const last = ranges.at(-1)
    if (last === undefined || range.start > last.end) ranges.push(range)
    else if (range.end > last.end) ranges[ranges.length - 1] = { start: last.start, end: range.end }
  }
  return ranges
}

/** Of the longest word, because it says the most. To fold a long text sign by sign is dear, so only its surroundings are. */
function firstPlace(text: string, words: readonly string[]): number {
  const [word = ''] = words.toSorted((one, other) => other.length - one.length)
  const folded = foldText(text)
  const at = folded.indexOf(word)
  if (word === '' || at <= 0) return 0
  const guess = Math.round((at * text.length) / folded.length)
  const start = wholeFrom(text, Math.max(0, guess - REACH))
  const near = foldWithOffsets(text.slice(start, guess + REACH + word.length))
  const found = near.folded.indexOf(word)
  return found < 0 ? foldWithOffsets(text).toSource(at) : start + near.toSource(found)
}

/** The same place, or one later when it is inside a surrogate pair. */
function wholeFrom(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}
