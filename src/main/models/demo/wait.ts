import { setTimeout } from 'node:timers/promises'

/** Resolves after so many milliseconds, or rejects the moment the signal is aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>

export const wait: Wait = (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal })
