interface CredentialShape {
  readonly prefix: string
  /** One character after the prefix, as a regular expression. */
  readonly rest: string
  readonly atLeast: number
  /** What must occur after the prefix, so that ordinary words that begin alike are left alone. */
  readonly mustHave?: string
}

const WORD = '[\\w-]'
const DOTTED = '[\\w.-]'
const TOKEN = '[\\w.~+/=-]'
const PEM = '(?:(?!-----END )(?:[\\w+/= -]|\\s|\\\\[nr]))'

/** Only what nothing but a credential looks like: `key=value` is found in half of all programs that a model writes. */
const SHAPES: readonly CredentialShape[] = [
  { prefix: 'AIza', rest: WORD, atLeast: 10 },
  { prefix: 'ya29.', rest: DOTTED, atLeast: 8 },
  { prefix: '1//0', rest: WORD, atLeast: 20 },
  { prefix: 'sk-', rest: WORD, atLeast: 12 },
  { prefix: 'gsk_', rest: WORD, atLeast: 12 },
  { prefix: 'xai-', rest: WORD, atLeast: 12 },
  { prefix: 'eyJ', rest: DOTTED, atLeast: 20, mustHave: '\\.' },
  { prefix: 'Bearer ', rest: TOKEN, atLeast: 8, mustHave: '\\d' },
  { prefix: 'bearer ', rest: TOKEN, atLeast: 8, mustHave: '\\d' },
  { prefix: '-----BEGIN ', rest: PEM, atLeast: 40, mustHave: 'PRIVATE KEY-----' },
]

/** Not in the middle of a word; the letter of a JSON escape such as `\n` is no part of one. */
const START = '(?:(?<!\\w)|(?<=\\\\[bfnrt]))'

const WHOLE = new RegExp(`${START}(?:${SHAPES.map(toWhole).join('|')})`, 'g')
const UNFINISHED = new RegExp(`${START}(?:${SHAPES.map(toUnfinished).join('|')})$`)

export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a text has something that looks like a key or a token. */
export function findCredentials(text: string): readonly Span[] {
  return [...text.matchAll(WHOLE)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
}

/** Where the end of a text may be the beginning of a credential, or go on with one; undefined when it cannot. */
export function findUnfinished(text: string): number | undefined {
  return UNFINISHED.exec(text)?.index
}

function toWhole({ prefix, rest, atLeast, mustHave }: CredentialShape): string {
  const condition = mustHave === undefined ? '' : `(?=${rest}*?${mustHave})`
  return `${escape(prefix)}${condition}${rest}{${atLeast},}`
}

/** `ab` becomes `a(?:b(?:rest*)?)?`. */
function toUnfinished({ prefix, rest }: CredentialShape): string {
  return [...prefix].reduceRight(
    (tail, letter, index) => (index === 0 ? `${escape(letter)}${tail}` : `(?:${escape(letter)}${tail})?`),
    `${rest}*`,
  )
}

function escape(text: string): string {
  return text.replace(/[./]/g, '\\$&')
}
