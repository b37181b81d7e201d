import { toPlainText } from '../plain-text'
import type { Row } from '../tree'

/** Rows as RFC 4180 writes them. */
export function toCsv(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map((cell) => toField(toPlainText(cell).trim())).join(',')}\r\n`).join('')
}

function toField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
