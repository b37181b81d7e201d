import type { ReplyDelta, ReplyEvent } from '#shared/reply-event'

export interface MergeOptions {
  /** The least time between two deltas, in milliseconds. */
  readonly everyMs: number
  readonly wait: (ms: number) => Promise<void>
}

type Step =
  | { readonly is: 'event'; readonly event: ReplyEvent }
  | { readonly is: 'end' }
  | { readonly is: 'failure'; readonly cause: unknown }
  | { readonly is: 'pause-over' }

/**
 * Merges deltas to at most one in `everyMs`. The first goes out at once, and so does everything
 * that is not a delta, an error too, after the words before it. Pulls no faster than it is read.
 */
export async function* mergeDeltas(
  events: AsyncIterable<ReplyEvent>,
  { everyMs, wait }: MergeOptions,
): AsyncGenerator<ReplyEvent> {
  const source = events[Symbol.asyncIterator]()
  let next = pull(source)
  let gathered: readonly ReplyDelta[] = []
  let pause: Promise<Step> | undefined

  const startPause = (): void => {
    pause = wait(everyMs).then(() => ({ is: 'pause-over' }))
  }

  try {
    for (;;) {
      const step = await (pause === undefined ? next : Promise.race([pause, next]))
      if (step.is === 'pause-over') {
        pause = undefined
        const [oldest, ...rest] = gathered
        if (oldest === undefined) continue
        gathered = rest
        startPause()
        yield oldest
        continue
      }
      if (step.is === 'event') {
        next = pull(source)
        if (step.event.type === 'reply-delta' && pause !== undefined) {
          gathered = withDelta(gathered, step.event)
          continue
        }
      }
      yield* gathered
      gathered = []
      if (step.is === 'failure') throw step.cause
      if (step.is === 'end') return
      yield step.event
      if (step.event.type === 'reply-delta') startPause()
    }
  } finally {
    // Not awaited: a source in the middle of a stall ends only by its own signal, which whoever leaves aborts next.
    void source.return?.()
  }
}

/** Never rejects: a failure that comes while nobody is looking must wait its turn behind the words. */
function pull(source: AsyncIterator<ReplyEvent>): Promise<Step> {
  return source.next().then(
    ({ done, value }) => (done === true ? { is: 'end' } : { is: 'event', event: value }),
    (cause: unknown) => ({ is: 'failure', cause }),
  )
}

function withDelta(gathered: readonly ReplyDelta[], delta: ReplyDelta): readonly ReplyDelta[] {
  const last = gathered.at(-1)
  if (last?.kind !== delta.kind) return [...gathered, delta]
  return [...gathered.slice(0, -1), { ...last, text: last.text + delta.text }]
}
