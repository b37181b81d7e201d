import type { ReplyStore } from './reply-store'

/**
 * Ends every reply that was running when the app or the computer went away, with every word that was kept.
 * To be called once, before the first reply starts.
 */
export function recover(store: ReplyStore): void {
  for (const { reply, arrivals } of store.unfinished()) {
    const error = { code: 'interrupted', detail: 'the app ended before the reply did' } as const
    store.finish({ ...reply, progress: { status: 'failed', error } }, arrivals)
  }
}
