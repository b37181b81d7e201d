import { readWhole } from './read-whole'
import { textOf } from './text-of'

/** What stands after each attack, as a paragraph of its own. */
export const BETWEEN = 'And now the next.'

/** The ends of what an attack may leave open: nothing, code, a formula. */
const ENDS = ['', '```', '~~~', '$$', '\\]']

/** Attacks in one text, each ended before the next: one that stood in the code of another would attack nobody. */
export function toHostileDocument(attacks: readonly string[]): string {
  return attacks.map(ended).join('\n\n')
}

function ended(attack: string): string {
  const text = ENDS.map((end) => `${attack}\n\n${end}\n\n${BETWEEN}`).find(isEnded)
  if (text === undefined) throw new Error(`Nothing ends this: ${attack}`)
  return text
}

/** How many attacks of a document do not hide the next one. */
export function countEnded(document: string): number {
  return readWhole(document)
    .flat()
    .filter((block) => block.type === 'paragraph' && textOf(block) === BETWEEN).length
}

function isEnded(text: string): boolean {
  return countEnded(text) === 1
}
