import type { Reply } from '#shared/message'
import type { ReplyEvent } from '#shared/reply-event'

/** A reply that is silent for less than this is not worth a word. */
const QUIET_SECONDS = 10

/** When this window heard of a reply, in milliseconds since the epoch. What it did not hear itself is not timed. */
export interface Hearing {
  readonly lastAt: number
  /** How long the model had thought when it last began to. Absent when its first thought was not heard here. */
  readonly thoughtMs?: number
  /** Present while the model thinks. */
  readonly thinkingSince?: number
  /** Some of it came while nobody saw the window, and main tells that only later. */
  readonly isUntimed?: boolean
}

/** From now on nobody knows when what is heard has come. */
export function untimed({ lastAt }: Hearing): Hearing {
  return { lastAt, isUntimed: true }
}

export function hearingAfter(hearing: Hearing | undefined, event: ReplyEvent, now: number): Hearing {
  if (hearing?.isUntimed === true) return { ...hearing, lastAt: now }
  const { thoughtMs, thinkingSince } = hearing ?? {}
  if (event.type === 'reply-delta' && event.kind === 'thought') {
    const isTimed = thoughtMs !== undefined || event.at === 0
    return isTimed
      ? { lastAt: now, thoughtMs: thoughtMs ?? 0, thinkingSince: thinkingSince ?? now }
      : { lastAt: now }
  }
  if (thoughtMs !== undefined && thinkingSince !== undefined && endsThinking(event)) {
    return { lastAt: now, thoughtMs: thoughtMs + now - thinkingSince }
  }
  return { ...hearing, lastAt: now }
}

function endsThinking({ type }: ReplyEvent): boolean {
  return type === 'reply-delta' || type === 'reply-end' || type === 'reply-error'
}

/** Whole seconds of thought until now, or altogether; undefined when nobody knows. */
export function thoughtSeconds(hearing: Hearing | undefined, now: number): number | undefined {
  if (hearing?.thoughtMs === undefined) return undefined
  const { thoughtMs, thinkingSince } = hearing
  if (thinkingSince === undefined) return Math.max(1, Math.round(thoughtMs / 1000))
  return wholeSeconds(thoughtMs + now - thinkingSince)
}

/** Whole seconds since anything was heard of a live reply; 0 while that is not long enough to speak of. */
export function silentSeconds({ progress }: Reply, hearing: Hearing | undefined, now: number): number {
  if (hearing === undefined) return 0
  const nextTryAt = progress.status === 'waiting' ? (progress.retry?.startsAt ?? 0) : 0
  const seconds = wholeSeconds(now - Math.max(hearing.lastAt, nextTryAt))
  return seconds < QUIET_SECONDS ? 0 : seconds
}

/**
 * Whole seconds until the provider wants to be asked again, undefined when it named no time. Unknown when this window
 * did not hear it do so: nobody can say how much of it has passed.
 */
export function secondsToWait(
  { progress }: Reply,
  hearing: Hearing | undefined,
  now: number,
): number | 'unknown' | undefined {
  const asked = progress.status === 'failed' ? progress.error.facts?.retryAfterSeconds : undefined
  if (asked === undefined) return undefined
  if (hearing === undefined || hearing.isUntimed === true) return 'unknown'
  return secondsUntil(hearing.lastAt + asked * 1000, now)
}

/** Whole seconds, so that 0 means that the moment has come. */
export function secondsUntil(moment: number, now: number): number {
  return Math.max(0, Math.ceil((moment - now) / 1000))
}

function wholeSeconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000))
}
