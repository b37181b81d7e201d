import type { Arrival } from '#shared/arrival'

/**
 * Exact to the microsecond. Two or three bytes of time and one of length for a usual chunk: each time as the step from the one before, in
 * LEB128 numbers. What is encoded on from `sinceMs` may be put behind what was encoded up to there.
 */
export function encodeArrivals(arrivals: readonly Arrival[], sinceMs = 0): Uint8Array {
  const bytes: number[] = []
  let before = toMicroseconds(sinceMs)
  for (const { atMs, kind, length } of arrivals) {
    const at = toMicroseconds(atMs)
    pushNumber(bytes, Math.max(0, at - before))
    pushNumber(bytes, length * 2 + (kind === 'thought' ? 1 : 0))
    before = Math.max(before, at)
  }
  return Uint8Array.from(bytes)
}

export function decodeArrivals(bytes: Uint8Array): readonly Arrival[] {
  const numbers = readNumbers(bytes)
  const arrivals: Arrival[] = []
  let at = 0
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const [step = 0, lengthAndKind = 0] = numbers.slice(index, index + 2)
    at += step
    arrivals.push({
      atMs: at / 1_000,
      kind: lengthAndKind % 2 === 1 ? 'thought' : 'text',
      length: Math.floor(lengthAndKind / 2),
    })
  }
  return arrivals
}

/** The time as it comes out again. */
export function toStorableMs(milliseconds: number): number {
  return toMicroseconds(milliseconds) / 1_000
}

function toMicroseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1_000)
}

// By arithmetic, because a shift would cut the number to 32 bits.
function pushNumber(bytes: number[], number: number): void {
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return void bytes.push(rest)
    bytes.push((rest % 128) + 128)
  }
}

function readNumbers(bytes: Uint8Array): readonly number[] {
  const numbers: number[] = []
  let number = 0
  let weight = 1
  for (const byte of bytes) {
    number += (byte % 128) * weight
    weight *= 128
    if (byte >= 128) continue
    numbers.push(number)
    number = 0
    weight = 1
  }
  return numbers
}
