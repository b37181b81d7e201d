import { grouped } from '../../grouped'
import { findLanguage } from '../languages'
import { loadParser } from '../load-parser'
import { continuePainting, UNPAINTED, type Painting } from '../painting'
import type { Parser } from '../tokenise-line'

export async function parserOf(name: string): Promise<Parser> {
  const language = findLanguage(name)
  if (language === undefined) throw new Error(`No language is called ${name}.`)
  return loadParser(language)
}

/** The painting of a whole text at once. */
export function paintWhole(parser: Parser, text: string): Painting {
  return paintOn(UNPAINTED, parser, text)
}

/** The painting of a text that goes on from what has been painted. */
export function paintOn(before: Painting, parser: Parser, text: string): Painting {
  return continuePainting(before, { parser, source: grouped(text.split('\n')) }, () => true)
}

/** The painting of a text that arrives cut at the given places. */
export function paintStream(parser: Parser, text: string, cuts: readonly number[]): Painting {
  const grown = cuts.reduce((before, cut) => paintOn(before, parser, text.slice(0, cut)), UNPAINTED)
  return paintOn(grown, parser, text)
}

/** Each line with its kinds around it: `<keyword:const >a = <constant:1>`. */
export function describePainting({ lines }: Painting): readonly string[] {
  return lines
    .flat()
    .map(({ tokens }) =>
      tokens.map(({ kind, text }) => (kind === undefined ? text : `<${kind}:${text}>`)).join(''),
    )
}
