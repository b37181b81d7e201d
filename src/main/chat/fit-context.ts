import { estimateTokens } from '#shared/estimate-tokens'
import type { Message } from '#shared/message'

/** Room for the answer, and for what an estimate misses. */
const SHARE_FOR_PATH = 0.75
/** What a message costs beside its words. */
const TOKENS_PER_MESSAGE = 8

export interface FittedPath {
  readonly path: readonly Message[]
  /** The first message that is sent; absent when all of them are. */
  readonly firstSentId?: string
}

/**
 * What of a path fits into a model's context window: turns are left out from the oldest on, the last one never is.
 * Without a window size everything is sent, and the provider has the last word.
 */
export function fitContext(path: readonly Message[], contextTokens: number | undefined): FittedPath {
  if (contextTokens === undefined) return { path }
  const budget = contextTokens * SHARE_FOR_PATH
  let tokens = 0
  let first = path.length
  for (let index = path.length - 1; index >= 0; index--) {
    const message = path[index]
    if (message === undefined) break
    tokens += estimateTokens(message.text) + TOKENS_PER_MESSAGE
    const isLastTurn = first === path.length
    if (tokens > budget && !isLastTurn) return cutBefore(path, first)
    // A turn begins with what the reader said, so an answer alone is not sent.
    if (message.role === 'user') first = index
  }
  return { path }
}

function cutBefore(path: readonly Message[], first: number): FittedPath {
  const firstSent = path[first]
  return firstSent === undefined ? { path } : { path: path.slice(first), firstSentId: firstSent.id }
}
