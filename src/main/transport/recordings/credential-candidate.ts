import type { CredentialShape } from './credential-shapes'

/** What may be, or certainly is, a credential, as far as it has been read. */
export interface CredentialCandidate {
  readonly shape: CredentialShape
  /** Takes the next character; false when the candidate ends before it, or is longer than any credential. */
  readonly goOn: (letter: string, position: number) => boolean
  readonly isPastPrefix: () => boolean
  /** Where the oldest character stands that may yet turn out to be a secret's; undefined when all are masked. */
  readonly undecidedSince: () => number | undefined
}

const LONGEST_CREDENTIAL = 16 * 1024
/** As much as the marks and the ends of the shapes are long. */
const LONGEST_RECENT = 16

/** Masks every character from the moment when it is certain that they are a credential's. */
export function createCandidate(
  shape: CredentialShape,
  mask: (position: number) => void,
): CredentialCandidate {
  const { prefix, rest, atLeast, mark, end } = shape
  const undecided: number[] = []
  let length = 0
  let recent = ''
  let hasMark = mark === undefined

  const isPastPrefix = () => length >= prefix.length
  const belongs = (letter: string) => {
    if (!isPastPrefix()) return letter === prefix[length]
    return (recent.endsWith('\\') ? /[nr]/ : rest).test(letter)
  }

  return {
    shape,
    goOn: (letter, position) => {
      if (!belongs(letter)) return false
      if (isPastPrefix()) recent = (recent + letter).slice(-LONGEST_RECENT)
      if (end !== undefined && recent.endsWith(end)) return false
      length++
      hasMark ||= mark?.test(recent) ?? true
      undecided.push(position)
      // A backslash waits for its letter: it may escape the quotation mark that ends a JSON string.
      const isCertain = hasMark && length >= prefix.length + atLeast && letter !== '\\'
      if (isCertain) undecided.splice(0).forEach(mask)
      return undecided.length <= LONGEST_CREDENTIAL
    },
    isPastPrefix,
    undecidedSince: () => undecided[0],
  }
}
