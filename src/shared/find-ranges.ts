import { foldWithOffsets } from './fold-text'
import type { TextRange } from './requests/search'

/** Where folded words stand in a text as it was written, in order. A sign that was found in part counts as a whole. */
export function findRanges(text: string, words: readonly string[]): readonly TextRange[] {
  const { folded, toSource } = foldWithOffsets(text)
  return words
    .flatMap((word) =>
      placesOf(folded, word).map((at) => ({ start: toSource(at), end: toEnd(at + word.length) })),
    )
    .toSorted((one, other) => one.start - other.start)

  function toEnd(offset: number): number {
    let end = offset
    while (end < folded.length && toSource(end) === toSource(offset - 1)) end += 1
    return toSource(end)
  }
}

/** Without overlapping. Both are folded. */
export function placesOf(folded: string, word: string): readonly number[] {
  const places: number[] = []
  if (word === '') return places
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) places.push(at)
  return places
}
