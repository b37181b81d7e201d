import type { FrameMessage } from './frame-message'

/** No diagram that a person can read is longer or larger. */
const LONGEST_SVG = 4_000_000
const LONGEST_WORDS = 2_000
const LARGEST_SIZE = 100_000

/** The frame runs on what a model wrote: of what it says, only what has the right shape is heard. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { type, id, line, ...picture } = data as Readonly<Record<string, unknown>>
  if (type === 'ready') return { type }
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return undefined
  if (type === 'failed') return { type, id, line: isSize(line) && Number.isInteger(line) ? line : undefined }
  const { svg, width, height, title, description } = picture
  if (type !== 'drawn' || typeof svg !== 'string' || !svg.startsWith('<svg ') || svg.length > LONGEST_SVG) {
    return undefined
  }
  if (!isSize(width) || !isSize(height)) return undefined
  return { type, id, svg, width, height, title: toWords(title), description: toWords(description) }
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= LARGEST_SIZE
}

function toWords(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_WORDS).toWellFormed().trim() : ''
}
