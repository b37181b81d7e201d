import type { Way } from './scroll-way'

/** Whether something in the view that scrolls by itself takes a movement that begins there, and the view stays. */
export function scrollsWithin(view: Element, target: EventTarget | null | undefined, way: Way): boolean {
  let element = target instanceof Element ? target : null
  while (element !== null && element !== view) {
    if (canScroll(element, way)) return true
    element = element.parentElement
  }
  return false
}

function canScroll(element: Element, way: Way): boolean {
  const { scrollTop, scrollHeight, clientHeight } = element
  const isUp = way === 'up' || way === 'start'
  const room = isUp ? scrollTop : scrollHeight - clientHeight - scrollTop
  // Less than a pixel is rounding.
  return way !== 'any' && room >= 1 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)
}
