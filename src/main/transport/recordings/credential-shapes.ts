export interface CredentialShape {
  /** No two begin with the same letter. */
  readonly prefix: string
  /** What each character after the prefix is like. A backslash must have `n` or `r` after it. */
  readonly rest: RegExp
  readonly atLeast: number
  /** What must occur after the prefix, so that ordinary words that begin alike are left alone. */
  readonly mark?: RegExp
  /** What comes after the credential, though its characters could be part of it. */
  readonly end?: string
}

const WORD = /[\w-]/
const DOTTED = /[\w.-]/
const TOKEN = /[\w.~+/=-]/
const PEM = /[\w+/=\s\\-]/

/** Only what nothing but a credential looks like: `key=value` is found in half of all programs that a model writes. */
export const CREDENTIAL_SHAPES: readonly CredentialShape[] = [
  { prefix: 'AIza', rest: WORD, atLeast: 10 },
  { prefix: 'ya29.', rest: DOTTED, atLeast: 8 },
  { prefix: '1//0', rest: WORD, atLeast: 20 },
  { prefix: 'sk-', rest: WORD, atLeast: 12 },
  { prefix: 'gsk_', rest: WORD, atLeast: 12 },
  { prefix: 'hf_', rest: WORD, atLeast: 20 },
  { prefix: 'nvapi-', rest: WORD, atLeast: 12 },
  { prefix: 'pplx-', rest: WORD, atLeast: 12 },
  { prefix: 'xai-', rest: WORD, atLeast: 12 },
  { prefix: 'eyJ', rest: DOTTED, atLeast: 20, mark: /\.$/ },
  { prefix: 'Bearer ', rest: TOKEN, atLeast: 8, mark: /\d$/ },
  { prefix: 'bearer ', rest: TOKEN, atLeast: 8, mark: /\d$/ },
  { prefix: '-----BEGIN ', rest: PEM, atLeast: 40, mark: /PRIVATE KEY-----$/, end: '-----END ' },
]
