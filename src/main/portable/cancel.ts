/** Asked between two steps of a long work that does not wait: whether it is still wanted. */
export type IsCancelled = () => boolean

/** Thrown to leave a work that nobody wants any more. An outcome, not a fault. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

export function stopIfCancelled(isCancelled: IsCancelled): void {
  if (isCancelled()) throw new Cancelled()
}
