import type { ImportProblem, ProblemReason } from '#shared/portable'

import type { LineType } from '../columns'

/** What a file to be imported holds, piece by piece: rows under the field names of our own format, and what is none. */
export type ImportRecord =
  | { readonly kind: 'row'; readonly type: LineType; readonly fields: Fields; readonly place: string }
  | { readonly kind: 'problem'; readonly problem: ImportProblem }

export type Fields = Readonly<Record<string, unknown>>

export function problem(place: string, reason: ProblemReason, detail = ''): ImportRecord {
  return { kind: 'problem', problem: { place, reason, detail: detail.slice(0, 120) } }
}

export function row(type: LineType, fields: Fields, place: string): ImportRecord {
  return { kind: 'row', type, fields, place }
}
