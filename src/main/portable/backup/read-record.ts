import type { SqlValue } from '../../conversations/connect'

interface Number {
  readonly value: number
  /** Where it ends. */
  readonly end: number
}

/** SQLite's number of one to nine bytes, seven bits each. Exact up to 2^53, which no file of ours reaches. */
export function readVarint(bytes: Buffer, at: number): Number {
  let value = 0
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: at + index + 1 }
  }
  return { value: value * 256 + bytes.readUInt8(at + 8), end: at + 9 }
}

/** The columns of a record. Throws a `RangeError` for bytes that are none. */
export function readRecord(payload: Buffer): readonly SqlValue[] {
  const header = readVarint(payload, 0)
  if (header.value > payload.length) throw new RangeError('the header is longer than the record')
  const values: SqlValue[] = []
  let body = header.value
  for (let at = header.end; at < header.value;) {
    const type = readVarint(payload, at)
    at = type.end
    const bytes = payload.subarray(body, body + lengthOf(type.value))
    if (bytes.length < lengthOf(type.value)) throw new RangeError('the record is cut')
    body += bytes.length
    values.push(toValue(type.value, bytes))
  }
  return values
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2)
  const bytes = INTEGER_BYTES[type]
  if (bytes === undefined) throw new RangeError(`no type ${type}`)
  return bytes
}

function toValue(type: number, bytes: Buffer): SqlValue {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type === 7) return bytes.readDoubleBE(0)
  if (type === 6) return Number(bytes.readBigInt64BE(0))
  if (type < 6) return bytes.readIntBE(0, bytes.length)
  return type % 2 === 0 ? new Uint8Array(bytes) : bytes.toString('utf8')
}
