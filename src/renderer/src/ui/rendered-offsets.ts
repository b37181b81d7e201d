/** How far each text may run ahead of the other before they are taken for different. */
const SOURCE_REACH = 160
const RENDERED_REACH = 32

/** So many letters in a row are no coincidence. */
const SURE_MATCH = 4

const LINK_TARGET = /\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*(?:\s+"[^"\n]*")?\)/y

/**
 * Where ascending offsets of Markdown source fall in the text that was rendered from it.
 *
 * An approximation that knows no Markdown: both texts are walked in order, equal characters are matched, and what is
 * only in the source (asterisks, fences, link targets) or only on the page (labels) is stepped over, until four letters
 * or digits agree again. It never goes back and never leaves the text; where nothing is rewritten it is exact.
 */
export function renderedOffsets(
  source: string,
  rendered: string,
  offsets: readonly number[],
): readonly number[] {
  const found: number[] = []
  let at: Position = { source: 0, rendered: 0 }

  for (const offset of offsets) {
    while (at.source < Math.min(offset, source.length)) at = step({ source, rendered }, at)
    found.push(at.rendered)
  }
  return found
}

interface Texts {
  readonly source: string
  readonly rendered: string
}

interface Position {
  readonly source: number
  readonly rendered: number
}

function step(texts: Texts, at: Position): Position {
  const [left, right] = [texts.source[at.source] ?? '', texts.rendered[at.rendered] ?? '']
  if (right === '') return { source: texts.source.length, rendered: at.rendered }
  if (left === right || (isSpace(left) && isSpace(right))) return move(at, 1, 1)
  if (left === ']') return move(at, Math.max(1, linkTargetLength(texts.source, at.source)), 0)
  if (!isLetter(left)) return move(at, 1, 0)
  if (!isLetter(right)) return move(at, 0, 1)
  return findAgain(texts, at)
}

/** The nearest place where both say the same; without one, the page is taken to leave this part of the source out. */
function findAgain(texts: Texts, at: Position): Position {
  const sure = countMatch(texts.rendered, texts.rendered, { source: at.rendered, rendered: at.rendered })
  for (let distance = 1; distance < SOURCE_REACH + RENDERED_REACH; distance++) {
    for (let right = 0; right <= Math.min(distance, RENDERED_REACH); right++) {
      const next = move(at, distance - right, right)
      if (distance - right > SOURCE_REACH || texts.source[next.source] !== texts.rendered[next.rendered])
        continue
      if (countMatch(texts.source, texts.rendered, next) >= sure) return next
    }
  }
  return move(at, SOURCE_REACH, 0)
}

/** How many letters agree from there on, whatever stands between them; counted as far as it takes to be sure. */
function countMatch(source: string, rendered: string, at: Position): number {
  let [left, right] = [nextLetter(source, at.source), nextLetter(rendered, at.rendered)]
  for (let matched = 0; matched < SURE_MATCH; matched++) {
    if (right >= rendered.length || source[left] !== rendered[right]) return matched
    left = nextLetter(source, left + 1)
    right = nextLetter(rendered, right + 1)
  }
  return SURE_MATCH
}

function nextLetter(text: string, from: number): number {
  let index = from
  while (index < text.length && !isLetter(text.charAt(index))) index++
  return index
}

function linkTargetLength(source: string, start: number): number {
  LINK_TARGET.lastIndex = start
  return LINK_TARGET.exec(source)?.[0].length ?? 0
}

function move(at: Position, inSource: number, inRendered: number): Position {
  return { source: at.source + inSource, rendered: at.rendered + inRendered }
}

function isSpace(character: string): boolean {
  return character.trim() === ''
}

/** Everything beyond ASCII counts: Markdown's own signs are all inside it. */
function isLetter(character: string): boolean {
  return /^[A-Za-z0-9]$/.test(character) || (character > '\u007f' && !isSpace(character))
}
