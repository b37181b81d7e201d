import { appFailure } from '../bridge/app-failure'
import { isRefusedByDisk } from './is-refused-by-disk'

/** A disk that refuses is no bug: the window has a sentence for it. */
export function kept<Value>(write: () => Value): Value {
  try {
    return write()
  } catch (cause) {
    throw isRefusedByDisk(cause) ? appFailure('not-kept', cause) : cause
  }
}
