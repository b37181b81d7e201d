import type { Seam } from './chunk-seams'

/** So far beyond the window (px) lines are drawn, so that a flick of the wheel meets some. */
const MARGIN = 400

/**
 * The lines at these seams as an SVG path, on the pixels of a layer that lies over the text. Only what is near the window
 * is measured: a long reply has thousands of seams, and its far parts are not even laid out.
 */
export function toHairlines(seams: readonly Seam[], layer: Element): string {
  const origin = layer.getBoundingClientRect()
  const near = createNearness(layer.ownerDocument.documentElement.clientHeight)
  return seams
    .map(({ node, offset }) => {
      const parent = node.parentElement
      if (parent === null || !node.isConnected || !near(parent)) return ''
      const rect = rectBehind(node, offset)
      if (rect === undefined || rect.height === 0 || !isUncut(rect, parent)) return ''
      const [x, y] = [Math.round(rect.left - origin.left) + 0.5, Math.round(rect.top - origin.top)]
      return `M${x} ${y}v${Math.round(rect.height)}`
    })
    .join('')
}

/** Whether an element is near enough to the window to be looked at; asked once for each. */
function createNearness(height: number): (element: Element) => boolean {
  const known = new Map<Element, boolean>()
  return (element) => {
    const before = known.get(element)
    if (before !== undefined) return before
    const { top, bottom } = element.getBoundingClientRect()
    const isNear = bottom > -MARGIN && top < height + MARGIN
    known.set(element, isNear)
    return isNear
  }
}

/** The place of the character behind a seam. */
function rectBehind(node: Text, offset: number): DOMRect | undefined {
  const range = node.ownerDocument.createRange()
  range.setStart(node, offset)
  range.setEnd(node, Math.min(node.length, offset + 1))
  return range.getClientRects()[0]
}

/** Whether what scrolls by itself, such as a long line of code, has not scrolled the place out of sight. */
function isUncut({ left }: DOMRect, parent: Element): boolean {
  const scroller = parent.closest('pre, [role="region"]')
  if (scroller === null) return true
  const box = scroller.getBoundingClientRect()
  return left >= box.left && left <= box.right
}
