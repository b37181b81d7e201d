/** More than this is not read in a list. In graphemes, so that no emoji is cut. */
const LONGEST_TITLE = 80
/** So many UTF-16 units surely hold that many graphemes of any writing system. */
const SAMPLE_LENGTH = 4_000

/** A title in one line: the beginning of a prompt, or what a reader or a model made up. */
export function toTitle(text: string): string {
  const line = text.slice(0, SAMPLE_LENGTH).replaceAll(/\s+/g, ' ').trim()
  const graphemes = [...new Intl.Segmenter().segment(line)]
  if (graphemes.length <= LONGEST_TITLE) return line
  const beginning = graphemes.slice(0, LONGEST_TITLE - 1).map(({ segment }) => segment)
  return `${beginning.join('').trimEnd()}…`
}
