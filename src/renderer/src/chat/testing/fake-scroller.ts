import { createFollowEnd } from '../follow-end'

type Listener = (event: unknown) => void

/** A view of 100 px on a text of 500 px, without a layout. Text can grow below what is read, and above it. */
export function createFakeScroller() {
  const listeners = new Map<string, Listener>()
  const target = {
    addEventListener: (name: string, listener: unknown) => listeners.set(name, listener as Listener),
    removeEventListener: (name: string) => listeners.delete(name),
  }
  /** Something that scrolls by itself, both ways. */
  const picture = {} as EventTarget
  let top = 0
  let textHeight = 500
  let floorHeight = 0
  let now = 0
  let isSelecting = false
  const scroller = {
    ...target,
    clientHeight: 100,
    get scrollHeight() {
      return Math.max(textHeight, floorHeight)
    },
    set scrollHeight(next: number) {
      textHeight = next
    },
    get scrollTop() {
      return top
    },
    set scrollTop(next: number) {
      top = Math.max(0, Math.min(next, end()))
    },
  }
  const end = () => Math.max(0, scroller.scrollHeight - scroller.clientHeight)
  const changes: boolean[] = []
  const following = createFollowEnd(scroller, {
    surroundings: target as never,
    floor: {
      lay: () => (floorHeight = top + scroller.clientHeight),
      remove: () => {
        floorHeight = 0
        scroller.scrollTop = top
      },
      isInSight: () => textHeight < top + scroller.clientHeight,
    },
    scrollsWithin: (target) => target === picture,
    hasSelection: () => isSelecting,
    onChange: (isFollowing) => changes.push(isFollowing),
  })
  following.grown()

  /** One event of the page, a second after the one before, so that no movement is taken for part of another. */
  function dispatch(name: string, parts: object = {}): void {
    now += 1_000
    listeners.get(name)?.({ type: name, timeStamp: now, ...parts })
  }

  /** The browser clamps, tells of it before the next layout, and only then is the size observed. */
  function layOut(change: () => void): void {
    const before = top
    change()
    scroller.scrollTop = top
    if (top !== before) listeners.get('scroll')?.({ timeStamp: now })
    following.grown()
  }

  /** The browser keeps what is read in its place. */
  function reflow(above: number, below: number): void {
    layOut(() => {
      textHeight += above + below
      top += above
    })
  }

  return {
    scroller,
    picture,
    following,
    changes,
    listeners,
    end,
    dispatch,
    growBelow: (by: number) => reflow(0, by),
    growAbove: (by: number) => reflow(by, 0),
    reflow,
    resize: (height: number) => layOut(() => (scroller.clientHeight = height)),
    /** The view moves, and nobody said why. */
    scrollBy: (by: number) => {
      const before = top
      scroller.scrollTop += by
      if (top !== before) listeners.get('scroll')?.({ timeStamp: now })
    },
    select: (next: boolean) => (isSelecting = next),
  }
}
