import { NOTHING_AROUND, type Piece, type Surroundings } from './reading/piece'
import { readInlinePiece } from './reading/read-inline-piece'
import { readLineStart } from './reading/read-line-start'

/**
 * Finds, among ascending places in a growing text, those at which a reader sees something new: of a link its words, of
 * an item no marker, and a cell, a formula, an entity or an image as one thing.
 *
 * An estimate, for the pace alone: each character is looked at a bounded number of times, however long it stays unknown
 * what it may be. What is drawn is up to the parser, and where the two disagree a character comes a moment sooner or
 * later.
 */
export function createReadingSteps(): (text: string, ends: readonly number[]) => readonly number[] {
  let at = 0
  let isLineStart = true
  let around: Surroundings = NOTHING_AROUND
  /** What was read last; it ends at `at`. */
  let piece: Piece = { kind: 'unseen', length: 0 }

  /** False when it is not known yet what comes next. */
  function readOn(text: string): boolean {
    const isOfLine = isLineStart || around.math !== undefined
    const read = isOfLine ? readLineStart(text, at, around) : readInlinePiece(text, at, around)
    if (read === undefined) return false
    ;({ piece, around } = read)
    at += piece.length
    isLineStart = piece.length > 0 && text[at - 1] === '\n'
    return true
  }

  return (text, ends) => {
    const steps: number[] = []
    for (const end of ends) {
      while (at < end) if (!readOn(text)) return steps
      if (piece.kind === 'seen' || (piece.kind === 'whole' && at === end)) steps.push(end)
    }
    return steps
  }
}
