import { toPlainText } from '../plain-text'
import type { Row } from '../tree'

export interface Order {
  readonly column: number
  readonly direction: 'ascending' | 'descending'
}

/** The rows in an order: numbers by value, words as the language sorts them, empty cells last. */
export function sortRows(rows: readonly Row[], { column, direction }: Order, locale: string): readonly Row[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const sign = direction === 'ascending' ? 1 : -1
  const keyed = rows.map((row) => {
    const text = toPlainText(row[column] ?? []).trim()
    return { row, text, value: toNumber(text) }
  })
  const isNumeric = keyed.every(({ text, value }) => text === '' || value !== undefined)
  return keyed
    .toSorted((one, other) => {
      if (one.text === '' || other.text === '') return Number(one.text === '') - Number(other.text === '')
      if (isNumeric) return sign * ((one.value ?? 0) - (other.value ?? 0))
      return sign * compare(one.text, other.text)
    })
    .map(({ row }) => row)
}

/** The next order when a column is chosen again: up, down, and as it was written. */
export function nextOrder(order: Order | undefined, column: number): Order | undefined {
  if (order?.column !== column) return { column, direction: 'ascending' }
  return order.direction === 'ascending' ? { column, direction: 'descending' } : undefined
}

const NUMBER = /^[^\d+\-.−(]*([+\-−]?)[^\d.]*(\d[\d,\s]*(?:\.\d+)?|\.\d+)\s*\D{0,8}$/u

/** The number of a cell, such as `1,200`, `−3.5 %`, `¥980` or `１２`. */
function toNumber(text: string): number | undefined {
  const match = NUMBER.exec(text.normalize('NFKC'))
  if (match === null) return undefined
  const value = Number((match[2] ?? '').replace(/[,\s]/g, ''))
  return match[1] === '' || match[1] === '+' ? value : -value
}
