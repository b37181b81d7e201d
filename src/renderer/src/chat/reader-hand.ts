import type { Scroller } from './follow-end'
import { type KeyPress, toWay, type Way } from './scroll-way'

/** A wheel or a key moves the view for as long as this, when its way is animated. */
const MOVES_FOR_MS = 300

/** Where a press ends, wherever the pointer is by then. */
export type Surroundings = Pick<Window, 'addEventListener' | 'removeEventListener'>

export interface HandOptions {
  readonly surroundings: Surroundings
  /** Whether words of the text are selected. */
  readonly hasSelection: () => boolean
  /** Whether something in the view scrolls by itself that way, from where the movement begins. */
  readonly scrollsWithin: (target: Event['target'] | undefined, way: Way) => boolean
}

interface HandListeners {
  /** Before the view has moved, so that growth in the same frame does not undo a small turn of the wheel. */
  readonly onUp: () => void
  readonly onDown: () => void
  readonly onToStart: () => void
  readonly onToEnd: () => void
  readonly onTouch: () => void
  /** The reader lets go of the view, of its scroll bar, or of the words that they were selecting. */
  readonly onRelease: (hasWords: boolean) => void
}

/** What the reader does to the view with wheel, keys, pointer and touch. */
export interface Hand {
  /** Pressed on the view: it must not be moved under the hand. */
  isHolding(): boolean
  /** Whether a movement at that time (of an event) is the reader's. */
  moves(timeStamp: number, isUp: boolean): boolean
  dispose(): void
}

type Timed = Pick<Event, 'timeStamp'>

export function createHand(scroller: Scroller, options: HandOptions & HandListeners): Hand {
  const { surroundings, hasSelection, scrollsWithin } = options
  const { onUp, onDown, onToStart, onToEnd, onTouch, onRelease } = options
  const presses = new Set<'pointer' | 'touch'>()
  let last = { at: Number.NEGATIVE_INFINITY, way: 'any' as 'any' | 'up' | 'down' }

  function note({ timeStamp: at }: Timed, way: typeof last.way): void {
    last = { at, way }
    onTouch()
    if (way === 'up') onUp()
    if (way === 'down') onDown()
  }

  function onWheel(event: Pick<WheelEvent, 'deltaY' | 'ctrlKey' | 'timeStamp' | 'target'>): void {
    if (event.deltaY === 0 || event.ctrlKey) return
    const way = event.deltaY < 0 ? 'up' : 'down'
    if (!scrollsWithin(event.target, way)) note(event, way)
  }

  function onKey(event: KeyPress & Timed): void {
    const way = toWay(event)
    if (scrollsWithin(event.target as EventTarget | null | undefined, way)) return
    if (way === 'start') {
      note(event, 'up')
      onToStart()
    } else if (way === 'end') {
      note(event, 'down')
      onToEnd()
    } else note(event, way)
  }

  function press(event: Timed & Pick<Event, 'type'>): void {
    presses.add(event.type === 'touchstart' ? 'touch' : 'pointer')
    note(event, 'any')
  }

  function release(event: Timed & Pick<Event, 'type'>): void {
    const isReleased = presses.delete(event.type.startsWith('touch') ? 'touch' : 'pointer')
    if (!isReleased) return
    note(event, 'any')
    if (presses.size === 0) onRelease(hasSelection())
  }

  // A scroll bar does not always tell when it is let go.
  function onMove(event: Pick<PointerEvent, 'buttons' | 'timeStamp' | 'type'>): void {
    if (event.buttons === 0) release(event)
  }

  function moves(timeStamp: number, isUp: boolean): boolean {
    if (presses.size > 0) return true
    if (timeStamp - last.at > MOVES_FOR_MS) return false
    if (last.way !== 'any' && (last.way === 'up') !== isUp) return false
    last = { ...last, at: timeStamp }
    return true
  }

  const onView = [
    ['wheel', onWheel],
    ['keydown', onKey],
    ['pointerdown', press],
    ['touchstart', press],
  ] as const
  const onWindow = [
    ['pointermove', onMove],
    ...(['pointerup', 'pointercancel', 'touchend', 'touchcancel', 'blur'] as const).map(
      (name) => [name, release] as const,
    ),
  ] as const

  for (const [name, listener] of onView) scroller.addEventListener(name, listener as EventListener, PASSIVE)
  for (const [name, listener] of onWindow)
    surroundings.addEventListener(name, listener as EventListener, PASSIVE)

  return {
    isHolding: () => presses.size > 0,
    moves,
    dispose: () => {
      for (const [name, listener] of onView) scroller.removeEventListener(name, listener as EventListener)
      for (const [name, listener] of onWindow)
        surroundings.removeEventListener(name, listener as EventListener)
    },
  }
}

const PASSIVE = { passive: true } as const
