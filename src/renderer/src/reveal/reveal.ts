import { createWaitingText, type ReadingManner } from './waiting-text'

/** Where frames and their clock come from: the screen in the app, a hand-cranked fake in tests. */
export interface Frames {
  /** Milliseconds. */
  now(): number
  request(step: () => void): number
  cancel(id: number): void
  /** How much of the usual time what arrives is spread over; 1 where nobody says. */
  spread?(): number
}

/** The text of a reply as far as it has arrived. While the reply is live, the text may grow. */
export interface Arrived {
  readonly text: string
  readonly isLive: boolean
}

/** Comparing all of a text each time it grows would cost its square: its last words tell enough. */
const COMPARED_UNITS = 256

/** Shows a growing text step by step, a little behind what has arrived. What is there at first is shown. */
export function createReveal(frames: Frames, initial: Arrived, manner: ReadingManner = {}) {
  const waiting = createWaitingText(initial.text, manner, frames.spread)
  const listeners = new Set<() => void>()
  let arrived = initial
  let shown = initial.isLive ? initial.text.slice(0, waiting.getShownLength()) : initial.text
  let isHurried = false
  let frame: number | undefined

  /** Follows a text as it grows. One that was rewritten, or changes when it is not live, is shown at once. */
  function follow(next: Arrived): void {
    const previous = arrived
    const isChanged = next.text !== previous.text
    const isOther = isChanged && !(grewFrom(previous.text, next.text) && (previous.isLive || next.isLive))
    if (isOther) isHurried = false
    if (isOther || isHurried) {
      skipTo(next)
    } else {
      arrived = next
      if (isChanged) waiting.arrive(next.text, frames.now())
      if (previous.isLive && !next.isLive) waiting.end(next.text, frames.now())
      awaitFrame()
    }
  }

  /** Shows all of a text at once. */
  function skipTo(next: Arrived): void {
    pause()
    arrived = next
    isHurried &&= next.isLive
    waiting.skip(next.text)
    show(next.isLive ? waiting.getShownLength() : next.text.length)
  }

  /** Shows everything now, and whatever follows as it arrives: the reader is in a hurry. */
  function finish(): void {
    isHurried = true
    skipTo(arrived)
  }

  /** Asks for no more frames until the text is followed again. */
  function pause(): void {
    if (frame !== undefined) frames.cancel(frame)
    frame = undefined
  }

  function awaitFrame(): void {
    if (waiting.isWaiting()) frame ??= frames.request(step)
  }

  function step(): void {
    frame = undefined
    waiting.play(frames.now())
    if (waiting.getShownLength() > shown.length) show(waiting.getShownLength())
    awaitFrame()
  }

  function show(length: number): void {
    shown = arrived.text.slice(0, length)
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { follow, skipTo, finish, pause, subscribe, getShown: () => shown }
}

function grewFrom(previous: string, next: string): boolean {
  const from = Math.max(0, previous.length - COMPARED_UNITS)
  return next.startsWith(previous.slice(from), from)
}
