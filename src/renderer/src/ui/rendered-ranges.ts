import { renderedOffsets } from './rendered-offsets'

/** What the page adds to a text, and nobody said. */
const NOT_SAID = 'button, figcaption, [role="img"], [aria-hidden="true"], .visually-hidden'

interface SourceRange {
  readonly start: number
  readonly end: number
}

/**
 * Ranges of Markdown source, ascending, as ranges of the text nodes that were rendered from it into an element. Undefined
 * where nothing of a range is on the page.
 */
export function toRenderedRanges(
  element: Element,
  source: string,
  ranges: readonly SourceRange[],
): readonly (StaticRange | undefined)[] {
  const nodes = readTextNodes(element)
  const rendered = nodes.map(({ data }) => data).join('')
  const offsets = renderedOffsets(
    source,
    rendered,
    ranges.flatMap(({ start, end }) => [start, end]),
  )
  const toPlace = createPlaceFinder(nodes)
  return ranges.map((_, index) => {
    const [from, to] = [offsets[2 * index]!, offsets[2 * index + 1]!]
    if (from === to) return undefined
    const [start, end] = [toPlace(from, true), toPlace(to, false)]
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    })
  })
}

/** The text of an element that somebody said, without what the page adds to it. */
export function readTextNodes(element: Element): readonly Text[] {
  const walker = element.ownerDocument.createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element && node.matches(NOT_SAID) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const nodes: Text[] = []
  while (walker.nextNode() !== null) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode)
  return nodes
}

/** Finds ascending offsets in nodes read one after the other. A start at a seam lies in the later node, an end in the earlier. */
function createPlaceFinder(nodes: readonly Text[]) {
  let index = 0
  let before = 0
  return (offset: number, isStart: boolean): { readonly node: Text; readonly offset: number } => {
    const isPast = (length: number) => (isStart ? offset >= before + length : offset > before + length)
    while (index + 1 < nodes.length && isPast(nodes[index]!.length)) before += nodes[index++]!.length
    return { node: nodes[index]!, offset: offset - before }
  }
}
