export interface CutOptions {
  readonly charsPerChunk?: number
  readonly seed?: number
  readonly cutOn?: 'code-points' | 'utf-16'
}

/** Cuts a text into pieces that add up to it; the empty text is one empty piece. */
export function cutText(text: string, options: CutOptions = {}): readonly string[] {
  const { charsPerChunk = 12, seed, cutOn = 'code-points' } = options
  const chars = cutOn === 'utf-16' ? text.split('') : [...text]
  const random = seed === undefined ? undefined : createRandom(seed)
  const pieces: string[] = []
  for (let start = 0; start < chars.length;) {
    const length = random ? 1 + Math.floor(random() * 2 * charsPerChunk) : charsPerChunk
    pieces.push(chars.slice(start, start + length).join(''))
    start += length
  }
  return pieces.length > 0 ? pieces : ['']
}

/** Mulberry32, a small generator with a full period of 2³²: numbers from 0 up to 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
