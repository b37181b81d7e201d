import type { ReplyStore } from './reply-store'

/**
 * Ends every reply that was running when the app or the computer went away, with every word that was kept.
 * Returns their ids. To be called once, before the first reply starts.
 */
export function recover(store: ReplyStore): readonly string[] {
  return store.unfinished().map(({ reply, arrivals }) => {
    const error = { code: 'interrupted', detail: 'the app ended before the reply did' } as const
    store.finish({ ...reply, progress: { status: 'failed', error } }, arrivals)
    return reply.id
  })
}
