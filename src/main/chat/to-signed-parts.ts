import type { Reply, SignedPart } from '#shared/message'

interface Signed {
  readonly kind: SignedPart['kind']
  readonly words: string
  /** Empty for a part that came without. */
  readonly signature: string
}

/**
 * A reply as the parts in which Gemini gave it, each with its signature: it checks each one against what it came with.
 * They are cut from the ends of text and thought, since what a reply had said before it was cut and went on is unsigned.
 */
export function toSignedParts({ text, thought, details }: Reply): readonly Signed[] | undefined {
  const signatures = details?.thoughtSignatures
  if (signatures === undefined) return undefined
  const places = details?.signedParts ?? inTwo(text, thought)
  if (places.length !== signatures.length) return undefined
  const left = { text, thought }

  function take(kind: SignedPart['kind'], length: number): string {
    const from = Math.max(0, left[kind].length - length)
    const words = left[kind].slice(from)
    left[kind] = left[kind].slice(0, from)
    return words
  }

  const parts = places.map((place, index) => ({ ...place, signature: signatures[index] ?? '' }))
  const signed = parts
    .toReversed()
    .map(({ kind, length, signature }) => ({ kind, words: take(kind, length), signature }))
    .toReversed()
  const before = (['thought', 'text'] as const).map((kind) => ({ kind, words: left[kind], signature: '' }))
  return [...before, ...signed].filter(({ words }) => words !== '')
}

/** Thought, then text: all that was kept of a reply before it was known where each part ends. */
function inTwo(text: string, thought: string): readonly SignedPart[] {
  const parts = [
    { kind: 'thought', length: thought.length },
    { kind: 'text', length: text.length },
  ] as const
  return parts.filter(({ length }) => length > 0)
}
