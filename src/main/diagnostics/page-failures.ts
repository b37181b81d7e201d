import type { Requests } from '#shared/contract'

import type { Log } from './log'

export interface PageFailuresParts {
  readonly log: Pick<Log, 'write'>
  /** Takes one place in the log; undefined when there was one. */
  readonly take: () => number | undefined
}

/** Writes down what broke in a page. A page that breaks in every frame takes the log from nobody: its rest is counted. */
export function createPageFailures({ log, take }: PageFailuresParts) {
  let leftOut = 0
  return (failure: Requests['reportFailure']): void => {
    if (take() !== undefined) {
      leftOut += 1
      return
    }
    const fields = leftOut === 0 ? failure : { ...failure, leftOut }
    leftOut = 0
    log.write({ level: 'error', scope: 'page', message: 'Something broke in a window', fields })
  }
}
