import { renderedOffsets } from './rendered-offsets'

/** What the page adds to a reply, and the model did not say. */
const NOT_SAID = 'button, figcaption, [role="img"], [aria-hidden="true"], .visually-hidden'

export interface ChunkedText {
  /** The Markdown that the element was rendered from. */
  readonly source: string
  /** Where each chunk but the first begins in it. */
  readonly starts: readonly number[]
}

/** Every second chunk of the text in an element, as ranges of its text nodes. */
export function toChunkRanges(element: Element, { source, starts }: ChunkedText): readonly StaticRange[] {
  const nodes = readTextNodes(element)
  const rendered = nodes.map(({ data }) => data).join('')
  const offsets = [...renderedOffsets(source, rendered, starts), rendered.length]
  const toPlace = createPlaceFinder(nodes)
  const ranges: StaticRange[] = []
  for (let index = 0; index + 1 < offsets.length; index += 2) {
    const [from, to] = [offsets[index]!, offsets[index + 1]!]
    if (from === to) continue
    const [start, end] = [toPlace(from, true), toPlace(to, false)]
    ranges.push(
      new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      }),
    )
  }
  return ranges
}

function readTextNodes(element: Element): readonly Text[] {
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
