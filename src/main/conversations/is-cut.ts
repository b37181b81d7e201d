import type { Reply } from '#shared/message'

/** Whether the reply ended before the model did, so that it can be continued. A running one did not end. */
export function isCut({ progress }: Reply): boolean {
  if (progress.status === 'ended') return progress.reason === 'stopped' || progress.reason === 'length'
  return progress.status === 'failed'
}
