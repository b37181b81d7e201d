import { createEveryStep, type FindSteps } from './find-steps'
import { LONGEST_CHARACTER_UNITS, splitGraphemes } from './graphemes'
import { charactersDue } from './pace'
import { nextRhythm, spreadMs, UNKNOWN_RHYTHM } from './rhythm'

/**
 * How long the last character is held back after the text has grown, because more may join it. A text
 * that pauses for longer shows it as it is; what joins it later completes it in one step.
 */
export const HOLD_MS = 250

/** A word of which the end does not come is begun so long before its time, and still appears character by character. */
const BEGIN_WORD_MS = 50

/** What floating-point sums leave behind is not the beginning of a character. */
const DUST = 1e-6

/** A step in the queue: where it ends in the text, and the time by which it must be shown. */
interface Waiting {
  readonly end: number
  readonly by: number
}

export interface ReadingManner {
  /** What of the text a reader sees; all of it, unless it is said. */
  readonly createFindSteps?: () => FindSteps
  /** Up to where the words of a growing text are complete. They are all begun as they come, unless it is said. */
  readonly findComplete?: (text: string) => number
}

/**
 * The end of a growing text that is not shown yet. Offsets are UTF-16 units, times are milliseconds of
 * one clock. A step is a character, with the syntax before it that nobody sees. It is shown when its turn begins, and
 * stays first in the queue until it is over.
 */
export function createWaitingText(
  text: string,
  { createFindSteps = createEveryStep, findComplete = ({ length }) => length }: ReadingManner,
  spread: () => number = () => 1,
) {
  const queue: Waiting[] = []
  let findSteps = createFindSteps()
  let arrived = text
  /** The characters of a word that may go on: they wait for its end, but not beyond their own time. */
  let unfinished: Waiting[] = []
  /** What has come since the last step. It waits for the next one, but not beyond its own time. */
  let held: Waiting = { end: 0, by: 0 }
  let turnPassed = 0
  let shownLength = 0
  let openFrom = 0
  let openEnd = 0
  let openBy = 0
  let rhythm = UNKNOWN_RHYTHM
  let arrivedAt: number | undefined
  let playedAt = 0
  skip(text)

  /** The text has grown. */
  function arrive(text: string, now: number): void {
    if (arrivedAt !== undefined) rhythm = nextRhythm(rhythm, now - arrivedAt)
    arrivedAt = now
    const { settledEnds, ...open } = splitGraphemes(text, openFrom)
    enqueue(text, settledEnds, now)
    const complete = findComplete(text)
    // A word that is begun is not held up in the middle.
    release(complete < lastEnd() ? text.length : complete)
    openBy = now + spreadMs(rhythm) * spread()
    openFrom = open.openFrom
    openEnd = open.openEnd
  }

  /** The text is final: nothing can join its last character any more. */
  function end(text: string, now: number): void {
    enqueue(text, [...splitGraphemes(text, openFrom).settledEnds, text.length], now)
    release(text.length)
    if (isHolding()) queue.push(held)
    openFrom = openEnd = text.length
  }

  /** Shows all of the text now. */
  function skip(text: string): void {
    queue.length = 0
    unfinished = []
    arrived = text
    turnPassed = 0
    findSteps = createFindSteps()
    ;({ openFrom, openEnd } = splitGraphemes(text, Math.max(0, text.length - LONGEST_CHARACTER_UNITS)))
    shownLength = openEnd
    held = { end: shownLength, by: 0 }
  }

  /** Lets time pass. */
  function play(now: number): void {
    const isPausing = arrivedAt !== undefined && now - arrivedAt >= HOLD_MS
    const isDue = unfinished[0] !== undefined && unfinished[0].by - BEGIN_WORD_MS <= now
    if (isPausing || isDue) release(arrived.length)
    if (isPausing) releaseOpen()
    if (isHolding() && held.by <= now) queue.push(held)
    pass(now)
  }

  function enqueue(text: string, ends: readonly number[], now: number): void {
    withdrawOpen()
    pass(now)
    const by = now + spreadMs(rhythm) * spread()
    arrived = text
    const wasOpen = openEnd > openFrom
    for (const [index, end] of ends.entries()) {
      unfinished.push({ end, by: index === 0 && wasOpen ? openBy : by })
    }
  }

  /** Lets the characters up to there have their turn. */
  function release(complete: number): void {
    const ready = unfinished.filter(({ end }) => end <= complete)
    unfinished = unfinished.slice(ready.length)
    const ends = ready.map(({ end }) => end)
    const steps = new Set(findSteps(arrived, ends))
    for (const { end, by } of ready) {
      if (end <= lastEnd()) continue
      held = { end, by: isHolding() ? held.by : by }
      if (steps.has(end)) queue.push(held)
    }
  }

  function pass(now: number): void {
    const dueInMs = queue.map(({ by }) => by - playedAt)
    turnPassed += charactersDue(dueInMs, now - playedAt, turnPassed)
    playedAt = now
    const over = queue.splice(0, Math.floor(turnPassed + DUST))
    turnPassed = Math.max(0, turnPassed - over.length)
    const shown = turnPassed > DUST ? queue[0] : over.at(-1)
    if (shown !== undefined) shownLength = Math.max(shownLength, shown.end)
  }

  function releaseOpen(): void {
    const by = isHolding() ? Math.min(held.by, openBy) : openBy
    if (openEnd > Math.max(lastEnd(), openFrom)) queue.push({ end: openEnd, by })
  }

  function withdrawOpen(): void {
    if (lastEnd() > Math.max(openFrom, shownLength)) queue.pop()
  }

  function isHolding(): boolean {
    return held.end > lastEnd()
  }

  /** How much of the text is shown or in the queue. */
  function lastEnd(): number {
    return queue.at(-1)?.end ?? shownLength
  }

  return {
    arrive,
    end,
    skip,
    play,
    getShownLength: () => shownLength,
    isWaiting: () => shownLength < openEnd,
  }
}
