/** Lies beneath a view whose reader has left the end: where the text becomes shorter, the view does not sink with it. */
export interface Floor {
  /** Lies where the view ends now, unless nothing of the text is in it any more. */
  lay(): void
  remove(): void
  /** Whether the text ends above the lower edge of the view. */
  isInSight(): boolean
}

/** Outside the text: what changes its own height there would keep the browser from anchoring to what is in it. */
export function createFloor(scroller: HTMLElement, content: HTMLElement): Floor {
  const element = scroller.ownerDocument.createElement('div')
  element.ariaHidden = 'true'
  Object.assign(element.style, {
    position: 'absolute',
    insetBlockStart: '0',
    insetInlineStart: '0',
    width: '1px',
    overflowAnchor: 'none',
    pointerEvents: 'none',
  })

  function lay(): void {
    const { scrollTop, clientHeight } = scroller
    if (content.offsetHeight <= scrollTop) return element.remove()
    element.style.height = `${scrollTop + clientHeight}px`
    if (!element.isConnected) scroller.append(element)
  }

  return {
    lay,
    remove: () => element.remove(),
    isInSight: () => content.offsetHeight < scroller.scrollTop + scroller.clientHeight,
  }
}
