import type { Timer } from '../alarm'
import { isRefusedByDisk } from '../is-refused-by-disk'
import type { SearchIndex } from './search-index'

/** So long at once and then so long not, so that a reply that streams in is hardly ever behind it. */
const READ_MS = 12
const REST_MS = 60
/** How soon it sees that something was written. Looking costs microseconds. */
const LOOK_EVERY_MS = 3_000

export interface KeepReadingOptions {
  readonly index: SearchIndex
  readonly timer: Timer
  /** Something else than a full disk stopped it; until the next start, what comes is not found. */
  readonly onFailure: (cause: unknown) => void
}

/** Reads whatever is written into the index, soon afterwards and little by little. Returns the function that ends it. */
export function keepReading({ index, timer, onFailure }: KeepReadingOptions): () => void {
  let stop = timer(REST_MS, read)

  function read(): void {
    try {
      stop = timer(index.read(READ_MS) ? REST_MS : LOOK_EVERY_MS, read)
    } catch (cause) {
      if (isRefusedByDisk(cause)) stop = timer(LOOK_EVERY_MS, read)
      else onFailure(cause)
    }
  }

  return () => stop()
}
