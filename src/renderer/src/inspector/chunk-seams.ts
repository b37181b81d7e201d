import { renderedOffsets } from '../ui/rendered-offsets'
import { readTextNodes } from '../ui/rendered-ranges'

export interface ChunkedText {
  /** The Markdown that the element was rendered from. */
  readonly source: string
  /** Where each chunk but the first begins in it. */
  readonly starts: readonly number[]
}

/** A place between two characters that are drawn. */
export interface Seam {
  readonly node: Text
  readonly offset: number
}

/** Where two chunks of the text in an element meet, as far as both are drawn. */
export function findChunkSeams(element: Element, { source, starts }: ChunkedText): readonly Seam[] {
  const nodes = readTextNodes(element)
  const rendered = nodes.map(({ data }) => data).join('')
  const toPlace = createPlaceFinder(nodes)
  const offsets = new Set(renderedOffsets(source, rendered, starts))
  return [...offsets].filter((offset) => offset > 0 && offset < rendered.length).map(toPlace)
}

/** Finds ascending offsets in nodes read one after the other; at a seam of two, in the later one. */
function createPlaceFinder(nodes: readonly Text[]) {
  let index = 0
  let before = 0
  return (offset: number): Seam => {
    while (index + 1 < nodes.length && offset >= before + nodes[index]!.length)
      before += nodes[index++]!.length
    return { node: nodes[index]!, offset: offset - before }
  }
}
