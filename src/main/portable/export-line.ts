import type { Arrival } from '#shared/arrival'

import { decodeArrivals, encodeArrivals } from '../conversations/arrivals'
import type { SqlValue } from '../conversations/connect'
import { columnsOf, type LineType } from './columns'
import { withoutPaths } from './without-paths'

/** The first line of every export. A reader refuses a version that it does not know. */
export const FORMAT = 'nagare-export'
export const FORMAT_VERSION = 1

/** A row as the driver gives it. */
export type Row = Readonly<Record<string, string | number | ArrayBuffer | null>>

/** A value of one field in a line of an export. */
type Field = string | number | null | object

/** A row as a line of an export, its columns under the names that the format gives them. */
export function toLine(type: LineType, row: Row): string {
  const fields = columnsOf(type).map(([field, column, as]) => [field, toField(row[column] ?? null, as)])
  return JSON.stringify({ type, ...(Object.fromEntries(fields) as object) })
}

/** The values of a row, in the order of its columns. Throws for what cannot be one. */
export function toValues(type: LineType, fields: Readonly<Record<string, unknown>>): readonly SqlValue[] {
  return columnsOf(type).map(([field, , as]) => toValue(fields[field] ?? null, as))
}

function toField(value: Row[string] | null, as: 'json' | 'arrivals' | undefined): Field {
  if (value === null) return null
  if (as === 'json') return withoutPaths(JSON.parse(String(value)) as object)
  if (value instanceof ArrayBuffer) {
    return decodeArrivals(new Uint8Array(value)).map(({ atMs, kind, length }) => [atMs, kind, length])
  }
  return value
}

function toValue(field: unknown, as: 'json' | 'arrivals' | undefined): SqlValue {
  if (field === null) return null
  if (as === 'json') return JSON.stringify(field)
  if (as === 'arrivals') return encodeArrivals(toArrivals(field))
  if (typeof field === 'string' || typeof field === 'number') return field
  throw new TypeError(`a ${typeof field} is no value`)
}

function toArrivals(field: unknown): readonly Arrival[] {
  if (!Array.isArray(field)) throw new TypeError('arrivals are a list')
  return field.map((chunk: unknown) => {
    const [atMs, kind, length] = Array.isArray(chunk) ? (chunk as unknown[]) : []
    if (typeof atMs !== 'number' || typeof length !== 'number' || (kind !== 'text' && kind !== 'thought')) {
      throw new TypeError('an arrival is a time, a kind and a length')
    }
    return { atMs, kind, length }
  })
}
