import { createCandidate, type CredentialCandidate } from './credential-candidate'
import { CREDENTIAL_SHAPES } from './credential-shapes'

/** Looks for credentials in a text that comes in pieces, reading every character once. */
export interface CredentialScanner {
  /** A credential may begin with a piece or go on in it; its first character stands at `offset`. */
  readonly read: (piece: string, offset: number) => void
  /** Whether the next piece may go on with what has begun. */
  readonly isInside: () => boolean
  /** Where the oldest character stands that may yet be masked; Infinity when there is none. */
  readonly undecidedSince: () => number
  /** Takes whatever has been undecided since before that position for no secret. */
  readonly giveUpBefore: (position: number) => void
}

const SHAPE_BY_LETTER = new Map(CREDENTIAL_SHAPES.map((shape) => [shape.prefix.charAt(0), shape]))

export function createCredentialScanner(mask: (position: number) => void): CredentialScanner {
  let candidates: readonly CredentialCandidate[] = []
  const sinceOf = (candidate: CredentialCandidate) => candidate.undecidedSince() ?? Infinity

  function begin(piece: string, index: number): void {
    const shape = SHAPE_BY_LETTER.get(piece.charAt(index))
    if (shape && mayBeginAt(piece, index)) candidates = [...candidates, createCandidate(shape, mask)]
  }

  /** One that began earlier with the same prefix goes on just as far: few are alive at a time, whatever is read. */
  function isNeeded(candidate: CredentialCandidate): boolean {
    const { shape, isPastPrefix } = candidate
    return (
      !isPastPrefix() || candidate === candidates.find((one) => one.shape === shape && one.isPastPrefix())
    )
  }

  return {
    read: (piece, offset) => {
      for (let index = 0; index < piece.length; index++) {
        begin(piece, index)
        if (candidates.length === 0) continue
        candidates = candidates.filter((one) => one.goOn(piece.charAt(index), offset + index))
        candidates = candidates.filter(isNeeded)
      }
    },
    isInside: () => candidates.length > 0,
    undecidedSince: () => Math.min(...candidates.map(sinceOf)),
    giveUpBefore: (position) => {
      candidates = candidates.filter((one) => sinceOf(one) >= position)
    },
  }
}

/** Not in the middle of a word; the letter of a JSON escape such as `\n` is no part of one. */
function mayBeginAt(piece: string, index: number): boolean {
  return !/\w/.test(piece.charAt(index - 1)) || /^\\[bfnrt]$/.test(piece.slice(index - 2, index))
}
