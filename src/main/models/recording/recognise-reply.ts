import type { Recognise } from '../../transport/recordings/recorder'
import { REPLAYED_PROVIDERS } from './replayed-providers'

/** Tells requests for a reply that can be replayed from all others, such as those for a token. */
export const recogniseReply: Recognise = (url) => {
  for (const { id, modelOf } of REPLAYED_PROVIDERS) {
    const model = modelOf(url)
    if (model !== undefined) return { provider: id, model }
  }
  return undefined
}
