import type { Grouped } from './grouped'
import { end, grow, NO_GROWTH, type Growth } from './growth'
import { quietEnd } from './quiet-end'
import type { Block } from './tree'

/** A text and its blocks; every block that no later text can change keeps its identity from step to step. */
export interface GrowingDocument {
  readonly blocks: Grouped<Block>
  readonly text: string
  readonly isLive: boolean
  readonly growth: Growth
  /** How much of the text the growth has taken in. */
  readonly taken: number
}

export const EMPTY_DOCUMENT: GrowingDocument = {
  blocks: [],
  text: '',
  isLive: true,
  growth: NO_GROWTH,
  taken: 0,
}

/** An open block that is longer is parsed again only when it has grown by a part, so that the sum stays linear. */
const LONG = 1_024
const LONG_PART = 1 / 16

/** Remembers the last document, so that each text continues it. */
export function createGrowingDocument() {
  let document = EMPTY_DOCUMENT
  return (text: string, isLive: boolean): GrowingDocument => {
    document = continueDocument(document, text, isLive)
    return document
  }
}

/** The document of a text that goes on where the last one stopped; any other text begins a new document. */
export function continueDocument(before: GrowingDocument, text: string, isLive: boolean): GrowingDocument {
  if (before.text === text && before.isLive === isLive) return before
  const { growth, taken, blocks } = text.startsWith(before.text) ? before : EMPTY_DOCUMENT
  if (!isLive) return { blocks: end(growth, normalise(text.slice(taken))), text, isLive, growth, taken }

  const { length } = growth.open.rest
  const shown = quietEnd(text, growth.open.frame?.type === 'fence')
  const isDue = shown > taken && (length < LONG || shown - taken > length * LONG_PART)
  if (!isDue) return { blocks, text, isLive, growth, taken }
  return { ...grow(growth, normalise(text.slice(taken, shown))), text, isLive, taken: shown }
}

/** As markdown-it does with a whole text. */
function normalise(chunk: string): string {
  return chunk.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD')
}
