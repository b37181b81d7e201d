/** Rounding of fractional scroll positions; not a distance at which anybody is caught. */
const ROUNDING_PX = 2

/** The part of a scrolling element that following its end needs. */
export type Scroller = Pick<
  HTMLElement,
  'scrollTop' | 'scrollHeight' | 'clientHeight' | 'addEventListener' | 'removeEventListener'
>

export interface FollowEnd {
  /** Call after the content grew: the end stays in sight, unless the reader has left it. */
  grown(): void
  /** Goes to the end and follows it again. */
  follow(): void
  dispose(): void
}

/**
 * Keeps the end of a growing text in sight. The reader leaves by moving up, with whatever means and however little,
 * and returns by moving down to the end. Nobody is pulled back for having stayed close to it.
 */
export function createFollowEnd(scroller: Scroller, onChange: (isFollowing: boolean) => void): FollowEnd {
  let isFollowing = true
  let lastTop = scroller.scrollTop

  const isAtEnd = (): boolean =>
    scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop <= ROUNDING_PX

  function change(next: boolean): void {
    if (next === isFollowing) return
    isFollowing = next
    onChange(next)
  }

  function toEnd(): void {
    scroller.scrollTop = scroller.scrollHeight
    lastTop = scroller.scrollTop
  }

  function onScroll(): void {
    const previousTop = lastTop
    lastTop = scroller.scrollTop
    if (lastTop < previousTop && !isAtEnd()) change(false)
    else if (lastTop > previousTop && isAtEnd()) change(true)
  }

  // The wheel speaks before the view has moved, so that growth in the same frame does not undo a small turn of it.
  function onWheel(event: Pick<WheelEvent, 'deltaY'>): void {
    if (event.deltaY < 0 && scroller.scrollTop > 0) change(false)
  }

  function follow(): void {
    change(true)
    toEnd()
  }

  scroller.addEventListener('scroll', onScroll, { passive: true })
  scroller.addEventListener('wheel', onWheel, { passive: true })

  return {
    grown: () => {
      if (isFollowing) toEnd()
    },
    follow,
    dispose: () => {
      scroller.removeEventListener('scroll', onScroll)
      scroller.removeEventListener('wheel', onWheel)
    },
  }
}
