/** A provider class may wrap our error in its own; this many wrappings are looked through. */
const DEEPEST_CAUSE = 10

/** An error, the error that caused it, and so on; nothing when it is no error. */
export function* walkCauses(cause: unknown): Generator<Error, void, undefined> {
  let error = cause
  for (let depth = 0; depth < DEEPEST_CAUSE && error instanceof Error; depth++) {
    yield error
    error = error.cause
  }
}
