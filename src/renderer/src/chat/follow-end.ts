import type { Floor } from './floor'
import { createHand, type HandOptions } from './reader-hand'

/** Rounding of fractional scroll positions; not a distance at which anybody is caught. */
const ROUNDING_PX = 2

/** The part of a scrolling element that following its end needs. */
export type Scroller = Pick<
  HTMLElement,
  'scrollTop' | 'scrollHeight' | 'clientHeight' | 'addEventListener' | 'removeEventListener'
>

/** A scroll position that is asked for again after each layout; undefined while it is not known. */
export type FindTop = () => number | undefined

export interface FollowEnd {
  /** Call after the content or the view changed its size: the end stays in sight, unless the reader has left it. */
  grown(): void
  /** Goes to the end and follows it, but no further than to `stopAt`: there the view stays. */
  follow(stopAt?: FindTop): void
  /** Leaves the end for a place, and holds it there until the reader moves. */
  hold(place: FindTop): void
  /** The reader unfolded something: it stays where it is, and the end is left if that takes it out of sight. */
  unfolded(place: FindTop): void
  dispose(): void
}

export interface FollowEndOptions extends HandOptions {
  readonly floor: Floor
  readonly onChange: (isFollowing: boolean) => void
}

/**
 * Keeps the end of a growing text in sight. What the reader does decides, never a distance: they leave by moving up,
 * with whatever means and however little, or by taking hold of words, and they return by moving down to the end.
 */
export function createFollowEnd(
  scroller: Scroller,
  { floor, onChange, ...handOptions }: FollowEndOptions,
): FollowEnd {
  let isFollowing = true
  let stopAt: FindTop | undefined
  let heldPlace: FindTop | undefined
  /** As the reader saw it last: what has grown since then is news to them. */
  let seen = look()

  const hand = createHand(scroller, {
    ...handOptions,
    onUp: () => {
      if (scroller.scrollTop > 0) leave()
    },
    // Before the browser's own way there, which would end where the beginning was when it set out.
    onToStart: () => {
      if (scroller.scrollTop > 0) hold(() => 0)
    },
    onToEnd: () => follow(),
    onDown: () => {
      if (!isFollowing && floor.isInSight()) follow()
    },
    onTouch: () => (heldPlace = undefined),
    onRelease: (hasWords) => {
      if (hasWords) leave()
      grown()
    },
  })

  function look() {
    const { scrollTop: top, scrollHeight: height, clientHeight } = scroller
    return { top, height, clientHeight }
  }

  /** At the end, or at the end that the reader saw: what has come below since then is no reason not to be there. */
  function isAtEnd({ top, height, clientHeight }: typeof seen): boolean {
    if (top >= height - clientHeight - ROUNDING_PX) return true
    return Math.abs(top - (seen.height - seen.clientHeight)) <= ROUNDING_PX
  }

  function change(next: boolean): void {
    if (next === isFollowing) return
    isFollowing = next
    layFloor()
    onChange(next)
  }

  function layFloor(): void {
    if (isFollowing) floor.remove()
    else floor.lay()
  }

  function leave(): void {
    stopAt = undefined
    change(false)
  }

  function onScroll({ timeStamp }: Pick<Event, 'timeStamp'>): void {
    const now = look()
    const { top } = seen
    // Without a change of the layout nothing but the reader, or somebody in their place, moves the view.
    const isLaidOutAnew = now.height !== seen.height || now.clientHeight !== seen.clientHeight
    seen = { ...seen, top: now.top }
    if (isLaidOutAnew && !hand.moves(timeStamp, now.top < top)) return
    if (now.top !== top) heldPlace = undefined
    if (now.top < top && !isAtEnd(now)) leave()
    else if (now.top > top && isAtEnd(now)) change(true)
    layFloor()
  }

  function grown(): void {
    if (isFollowing && !hand.isHolding()) toEnd()
    const place = heldPlace?.()
    if (place !== undefined) scroller.scrollTop = place
    layFloor()
    seen = look()
  }

  function findEnd(): number {
    return scroller.scrollHeight - scroller.clientHeight
  }

  function toEnd(): void {
    const end = findEnd()
    const stop = stopAt?.()
    scroller.scrollTop = Math.min(end, stop ?? end)
    if (stop !== undefined && stop < end - ROUNDING_PX) leave()
  }

  function follow(next?: FindTop): void {
    stopAt = next
    heldPlace = undefined
    change(true)
    toEnd()
    seen = look()
  }

  function hold(place: FindTop): void {
    leave()
    // It lies where the reader was, and that may be below all that is there now.
    floor.remove()
    heldPlace = place
    grown()
  }

  function unfolded(place: FindTop): void {
    if (isFollowing && (place() ?? findEnd()) < findEnd() - ROUNDING_PX) hold(place)
  }

  scroller.addEventListener('scroll', onScroll, { passive: true })

  return {
    grown,
    follow,
    hold,
    unfolded,
    dispose: () => {
      scroller.removeEventListener('scroll', onScroll)
      hand.dispose()
    },
  }
}
