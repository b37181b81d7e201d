import type { ParsedBlocks } from './parse-blocks'
import { parser } from './parser'
import { quietTokens } from './quiet-tokens'
import type { ReadInlines } from './read-blocks'
import { toInlines } from './to-inlines'

/** Link reference definitions by their normalised label. */
export type References = Readonly<Record<string, Reference>>

interface Reference {
  readonly href: string
  readonly title: string
}

/** Reads inline Markdown; every label that is looked up in vain goes to `missed`. */
export function readWith(references: References, missed = new Set<string>()): ReadInlines {
  const watched = new Proxy(references, {
    get(known, label) {
      const reference: unknown = Reflect.get(known, label)
      if (reference === undefined && typeof label === 'string') missed.add(label)
      return reference
    },
  })
  const env = { references: watched }
  return (content, isSettled) =>
    toInlines(isSettled ? (parser.parseInline(content, env)[0]?.children ?? []) : quietTokens(content, env))
}

/** The references that markdown-it may add to while it parses; the known ones stand first and stay as they are. */
export function extend(references: References): Record<string, Reference> {
  return Object.create(references) as Record<string, Reference>
}

/** The definitions, among all that were found, which no later text can change. */
export function findSettled(found: References, { tokens, certain }: ParsedBlocks): References {
  const settled: Record<string, Reference> = {}
  for (const token of tokens.slice(0, certain)) {
    const label = token.type === 'reference_definition' ? token.meta?.label : undefined
    if (typeof label !== 'string' || !Object.hasOwn(found, label)) continue
    const reference = found[label]
    if (reference !== undefined) settled[label] = reference
  }
  return settled
}
