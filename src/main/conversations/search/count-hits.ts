/** More than this says no more about a text. */
const MOST_HITS = 20

/** How often a word stands in a text, without overlapping, up to twenty times. Both are folded. */
export function countHits(folded: string, word: string): number {
  let count = 0
  for (
    let at = folded.indexOf(word);
    at >= 0 && count < MOST_HITS;
    at = folded.indexOf(word, at + word.length)
  ) {
    count += 1
  }
  return count
}
