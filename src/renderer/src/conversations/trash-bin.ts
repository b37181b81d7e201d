import type { AppError } from '#shared/app-error'
import type { Bridge } from '#shared/contract'
import type { Result } from '#shared/result'
import type { TrashPage, TrashPlace } from '#shared/trash'

/** What was deleted in the last 30 days, as this window asks main for it. */
export interface TrashBin {
  read(after?: TrashPlace): Promise<Result<TrashPage>>
  /** Each gives why main refused, if it did. */
  restore(places: readonly TrashPlace[]): Promise<AppError | undefined>
  deleteForGood(places: readonly TrashPlace[]): Promise<AppError | undefined>
  /** All that was deleted until then (milliseconds since the epoch). */
  empty(until: number): Promise<AppError | undefined>
}

export function createTrashBin({ ask }: Pick<Bridge, 'ask'>): TrashBin {
  const errorOf = (answer: Result<void>) => (answer.ok ? undefined : answer.error)
  const named = (places: readonly TrashPlace[]) =>
    places.map(({ conversationId, deletedAt }) => ({ conversationId, deletedAt }))
  return {
    read: (after) => ask('listTrash', after === undefined ? {} : { after }),
    restore: async (places) => errorOf(await ask('restoreTrash', { places: named(places) })),
    deleteForGood: async (places) => errorOf(await ask('deleteForGood', { places: named(places) })),
    empty: async (until) => errorOf(await ask('emptyTrash', { until })),
  }
}
