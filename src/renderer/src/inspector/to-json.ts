import type { Reply } from '#shared/message'

import type { Inspected } from './inspection'
import { toTokensPerSecond } from './stream-statistics'

/** Raised when a reader of older files would misread a new one. */
const VERSION = 1

/**
 * One reply's stream as a document: `format`, `version`, `reply` (ids, model, how it ended), `usage` in tokens,
 * `statistics` (`StreamFigures` and
 * `tokensPerSecond`), `arrivals` (`atMs`, `kind`, `length`) and `shown` (`atMs`, `length`). Times are
 * milliseconds since the request, lengths UTF-16 units. What is not known is left out, and so are the words.
 */
export function toJson(reply: Reply, { arrivals, figures, timeline }: Inspected): string {
  const { id, modelId, progress, usage, details } = reply
  const document = {
    format: 'nagare-stream',
    version: VERSION,
    reply: {
      id,
      modelId,
      modelVersion: details?.modelVersion,
      status: progress.status,
      reason: progress.status === 'ended' ? progress.reason : undefined,
      error: progress.status === 'failed' ? progress.error.code : undefined,
      finishReason: details?.finishReason,
    },
    usage,
    statistics: { ...figures, tokensPerSecond: toTokensPerSecond(figures, usage) },
    arrivals,
    shown: timeline.shown.map(({ atMs, sum }) => ({ atMs, length: sum })),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}
