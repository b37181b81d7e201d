import type { Bridge, Requests } from '#shared/contract'
import { toFrames } from '#shared/stack-frames'

type Place = Requests['reportFailure']['place']

const NAME = /^[\w.-]{1,60}$/

/** Tells main what kind of error happened and where in the program, for the log. What it says stays here: it may quote a prompt. */
export function createFailureReporter({ ask }: Bridge): (place: Place, cause: unknown) => void {
  return (place, cause) => {
    const isError = cause instanceof Error
    const kind = isError ? (NAME.test(cause.name) ? cause.name : 'Error') : typeof cause
    // Without main there is nobody left to tell.
    ask('reportFailure', { place, kind, frames: [...toFrames(isError ? (cause.stack ?? '') : '')] }).catch(
      () => undefined,
    )
  }
}
