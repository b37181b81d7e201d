/** More than this is not read in a list. In graphemes, so that no emoji is cut. */
const LONGEST_TITLE = 80
/** So many UTF-16 units surely hold that many graphemes of any writing system. */
const SAMPLE_LENGTH = 4_000

/** A title in one line: the beginning of a prompt, or what a reader or a model made up. */
export function toTitle(text: string): string {
  const line = text.slice(0, SAMPLE_LENGTH).replaceAll(/\s+/g, ' ').trim()
  return shorten(line, LONGEST_TITLE)
}

/** Cut to so many graphemes, the last of which then says that there is more. */
export function shorten(line: string, most: number): string {
  const graphemes = [...new Intl.Segmenter().segment(line)]
  if (graphemes.length <= most) return line
  const beginning = graphemes.slice(0, most - 1).map(({ segment }) => segment)
  return `${beginning.join('').trimEnd()}…`
}
