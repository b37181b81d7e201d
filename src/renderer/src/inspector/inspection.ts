import type { Arrival } from '#shared/arrival'

import { createCurve, type CurvePoint } from './curve'
import type { ShownLog } from './shown-log'
import { createStreamStatistics, type StreamFigures } from './stream-statistics'

/** What a plot can tell apart. */
const MOST_POINTS = 600

/** The arrivals of a reply from the given one on; undefined when main could not say. */
export type ReadArrivals = (replyId: string, from: number) => Promise<readonly Arrival[] | undefined>

/** Cumulative UTF-16 units, and chunks, over the time since the request. */
export interface Timeline {
  readonly arrived: readonly CurvePoint[]
  readonly thought: readonly CurvePoint[]
  readonly shown: readonly CurvePoint[]
  readonly chunks: readonly CurvePoint[]
}

export interface Inspected {
  readonly status: 'reading' | 'read' | 'failed'
  readonly arrivals: readonly Arrival[]
  readonly figures: StreamFigures
  readonly timeline: Timeline
  /** Since the request, on the window's clock. */
  readonly elapsedMs: number | undefined
}

/** One reply under inspection. */
export interface Inspection {
  /** Fetches the chunks that came since the last time. While an answer is awaited, the next is fetched after it. */
  read(): Promise<void>
  /** Looks only at what is shown, which may still grow when all has arrived. */
  look(): void
  subscribe(listener: () => void): () => void
  getInspected(): Inspected
}

export interface InspectionParts {
  readonly replyId: string
  readonly readArrivals: ReadArrivals
  readonly shownLog: Pick<ShownLog, 'read' | 'elapsedMs'>
}

/** Follows one reply chunk by chunk; what it costs to look again is what came since. */
export function createInspection({ replyId, readArrivals, shownLog }: InspectionParts): Inspection {
  const statistics = createStreamStatistics()
  const sums = { text: 0, thought: 0, chunks: 0 }
  const curves = {
    text: createCurve(MOST_POINTS),
    thought: createCurve(MOST_POINTS),
    chunks: createCurve(MOST_POINTS),
  }
  const listeners = new Set<() => void>()
  let isReading = false
  let isAskedAgain = false
  let inspected: Inspected = {
    status: 'reading',
    arrivals: [],
    figures: statistics.read(),
    timeline: { arrived: [], thought: [], chunks: [], shown: shownLog.read(replyId) },
    elapsedMs: shownLog.elapsedMs(replyId),
  }

  async function read(): Promise<void> {
    isAskedAgain = isReading
    if (isReading) return
    isReading = true
    do {
      isAskedAgain = false
      const fresh = await readArrivals(replyId, inspected.arrivals.length)
      tell(fresh === undefined ? { status: 'failed' } : take(fresh))
    } while (isAskedAgain)
    isReading = false
  }

  function take(fresh: readonly Arrival[]): Partial<Inspected> {
    if (fresh.length === 0) return { status: 'read' }
    statistics.take(fresh)
    for (const { atMs, kind, length } of fresh) {
      sums[kind] += length
      sums.chunks += 1
      curves[kind].add({ atMs, sum: sums[kind] })
      curves.chunks.add({ atMs, sum: sums.chunks })
    }
    return {
      status: 'read',
      arrivals: [...inspected.arrivals, ...fresh],
      figures: statistics.read(),
      timeline: {
        ...inspected.timeline,
        arrived: curves.text.read(),
        thought: curves.thought.read(),
        chunks: curves.chunks.read(),
      },
    }
  }

  function tell(news: Partial<Inspected>): void {
    const next = { ...inspected, ...news }
    inspected = {
      ...next,
      timeline: { ...next.timeline, shown: shownLog.read(replyId) },
      elapsedMs: shownLog.elapsedMs(replyId),
    }
    listeners.forEach((listener) => listener())
  }

  function look(): void {
    const [before, after] = [inspected.timeline.shown.at(-1), shownLog.read(replyId).at(-1)]
    if (before?.sum !== after?.sum) tell({})
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { read, look, subscribe, getInspected: () => inspected }
}
