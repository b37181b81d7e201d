/** A model that is asked to go on repeats at most so many characters (UTF-16 units) of the end. */
const LONGEST_OVERLAP = 400
const SHORTEST_WORD = 3
const SHORTEST_CJK = 4
const SHORTEST_ANYWHERE = 8
/** Different letters or digits. */
const FEWEST_LETTERS = 3

export interface OverlapCut {
  /** What of the new words may be said by now; empty while it is not decided. */
  take(text: string): string
  /** The rest, when nothing more comes. */
  end(): string
}

/**
 * Cuts words that a continued reply says a second time: the longest end of `before` that is also the beginning of
 * what comes. Nothing is held back longer than an overlap is still possible.
 */
export function createOverlapCut(before: string): OverlapCut {
  const tail = before.slice(-LONGEST_OVERLAP)
  let held = ''
  let isDecided = false

  function decide(): string {
    isDecided = true
    return held.slice(overlapOf(tail, held))
  }

  return {
    take: (text) => {
      if (isDecided) return text
      held += text
      return mayStillGrow(tail, held) ? '' : decide()
    },
    end: () => (isDecided ? '' : decide()),
  }
}

/** Whether an overlap longer than what has come so far is possible. */
function mayStillGrow(tail: string, held: string): boolean {
  for (let length = held.length + 1; length <= tail.length; length++) {
    if (tail.startsWith(held, tail.length - length)) return true
  }
  return false
}

function overlapOf(tail: string, held: string): number {
  for (let length = Math.min(tail.length, held.length); length > 0; length--) {
    if (held.startsWith(tail.slice(-length)) && isRepetition(tail, length)) return length
  }
  return 0
}

/**
 * A letter or two in common is chance: 'ba' and 'anana' meet in an 'a' that belongs to both. So are indentation, rules
 * and table lines: what has hardly a letter in it comes twice in a row in every program.
 */
function isRepetition(tail: string, length: number): boolean {
  const overlap = tail.slice(-length)
  if (new Set(overlap.match(/[\p{L}\p{N}]/gu)).size < FEWEST_LETTERS) return false
  if (length >= SHORTEST_ANYWHERE) return true
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(overlap)) return length >= SHORTEST_CJK
  const before = tail.at(-length - 1) ?? ' '
  return length >= SHORTEST_WORD && /[\s\p{P}]/u.test(before)
}
