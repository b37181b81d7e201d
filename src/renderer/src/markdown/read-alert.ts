import type { Block, Quote } from './tree'

const KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const

export type AlertKind = (typeof KINDS)[number]

export interface Alert {
  readonly kind: AlertKind
  readonly blocks: readonly Block[]
}

/** The alert that a quote is when its first line names a kind and nothing else. */
export function readAlert({ blocks: [first, ...rest] }: Quote): Alert | undefined {
  if (first?.type !== 'paragraph') return undefined
  const [mark, next, ...inlines] = first.inlines
  if (mark?.type !== 'text' || !(next === undefined || next.type.endsWith('-break'))) return undefined
  const kind = KINDS.find((one) => mark.text.trim().toLowerCase() === `[!${one}]`)
  if (kind === undefined) return undefined
  return { kind, blocks: inlines.length === 0 ? rest : [{ ...first, inlines }, ...rest] }
}
