/** A list of words as CodeMirror's configurable parsers look them up. */
export function toWords(words: string): Readonly<Record<string, true>> {
  return Object.fromEntries(words.split(/\s+/).map((word) => [word, true]))
}
