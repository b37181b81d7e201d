import type { Language } from './languages'
import { PARSERS } from './parsers'
import type { Parser } from './tokenise-line'

const LOADED = new Map<Language['parser'], Parser>()

/** The parser of a language that has been met before. */
export function loadedParser({ parser }: Language): Parser | undefined {
  return LOADED.get(parser)
}

/** Loads the parser of a language; it is kept from then on. */
export async function loadParser({ parser: name }: Language): Promise<Parser> {
  const parser: Parser = await PARSERS[name]()
  LOADED.set(name, parser)
  return parser
}
