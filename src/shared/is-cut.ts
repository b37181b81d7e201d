import type { Reply } from './message'

/** Whether a reply ended before the model did, so that it can be continued. A running one did not end. */
export function isCut({ progress }: Pick<Reply, 'progress'>): boolean {
  if (progress.status === 'ended') return progress.reason !== 'complete' && progress.reason !== 'blocked'
  return progress.status === 'failed'
}
