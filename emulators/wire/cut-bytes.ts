/** Cuts bytes into the pieces of single TCP writes; without a size, once, inside a multi-byte character. */
export function cutBytes(bytes: Buffer, size?: number): readonly Buffer[] {
  if (size !== undefined) {
    const count = Math.ceil(bytes.length / size)
    return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
  }
  const inside = bytes.findIndex(isContinuation)
  return inside === -1 ? [bytes] : [bytes.subarray(0, inside), bytes.subarray(inside)]
}

/** In UTF-8 every byte of a character after its first has the form 10xxxxxx. */
function isContinuation(byte: number): boolean {
  return (byte & 0b1100_0000) === 0b1000_0000
}
