import { z } from 'zod'

import type { TrashPage } from '../trash'

const place = z.strictObject({ conversationId: z.uuid(), deletedAt: z.int() })
const places = z.array(place).min(1).max(100_000)

/** What a window may ask about what was deleted and has not gone yet. */
export const trashRequests = {
  listTrash: z.strictObject({ after: place.optional() }),
  /** Brings back what these acts deleted. What is gone already stays gone, without a failure. */
  restoreTrash: z.strictObject({ places }),
  /** Takes away for good what these acts deleted. */
  deleteForGood: z.strictObject({ places }),
  /** The same with everything that was deleted until then. */
  emptyTrash: z.strictObject({ until: z.int() }),
}

export interface TrashAnswers {
  listTrash: TrashPage
  restoreTrash: void
  deleteForGood: void
  emptyTrash: void
}
