import { createHash } from 'node:crypto'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * An id as this app has them. One that is none already becomes always the same, so that a file which is imported twice
 * adds nothing the second time.
 */
export function toUuid(...names: readonly string[]): string {
  const known = names.length === 1 ? names[0]?.toLowerCase() : undefined
  if (known !== undefined && UUID.test(known)) return known
  const hash = createHash('sha256').update(names.join('\0')).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
