/** What a promise rejects with; an error of the test's own when it does not. */
export async function caught(promise: Promise<unknown>): Promise<unknown> {
  const kept = await promise.then(
    (value) => ({ value }),
    (cause: unknown) => ({ cause }),
  )
  if ('cause' in kept) return kept.cause
  throw new Error(`Expected a rejection, got ${String(kept.value)}`)
}
