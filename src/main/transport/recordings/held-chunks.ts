import type { RecordedChunk } from './recording'

/** Chunks of a body that are kept back, by where their bytes stand in it. */
export interface HeldChunks {
  readonly add: (chunk: RecordedChunk) => void
  /** Makes the byte at a position that is still held unreadable. */
  readonly mask: (position: number) => void
  /** Hands over the chunks that lie before a position as a whole. */
  readonly releaseBefore: (position: number) => readonly RecordedChunk[]
}

interface HeldChunk extends RecordedChunk {
  readonly start: number
  readonly end: number
}

const MASK = 'x'.charCodeAt(0)

export function createHeldChunks(): HeldChunks {
  const held: HeldChunk[] = []
  let received = 0

  return {
    add: ({ at, bytes }) => {
      const start = received
      received += bytes.length
      held.push({ at, bytes: Uint8Array.from(bytes), start, end: received })
    },
    mask: (position) => {
      const chunk = held[countEndingBy(held, position)]
      if (chunk) chunk.bytes[position - chunk.start] = MASK
    },
    releaseBefore: (position) =>
      held.splice(0, countEndingBy(held, position)).map(({ at, bytes }) => ({ at, bytes })),
  }
}

/** How many of the first chunks end at or before a position, by halving. */
function countEndingBy(chunks: readonly HeldChunk[], position: number): number {
  let from = 0
  let to = chunks.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((chunks[middle]?.end ?? Infinity) <= position) from = middle + 1
    else to = middle
  }
  return from
}
