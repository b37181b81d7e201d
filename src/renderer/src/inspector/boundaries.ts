import type { Arrival } from '#shared/arrival'
import type { ReplyPart } from '#shared/reply-event'

/** Where each chunk of that kind but the first begins, as UTF-16 offsets in the kind's whole text. */
export function boundaries(arrivals: readonly Arrival[], kind: ReplyPart): readonly number[] {
  const starts: number[] = []
  let end = 0
  for (const { kind: itsKind, length } of arrivals) {
    if (itsKind !== kind || length === 0) continue
    if (end > 0) starts.push(end)
    end += length
  }
  return starts
}
