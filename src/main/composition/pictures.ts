import { createImageNetwork } from '../app/image-network'
import type { Network } from '../app/network'
import type { Handlers } from '../bridge/answer'
import { createImageLoader } from '../images/load-image'

/** The images of answers, which the page cannot fetch by itself. */
export function pictureHandlers(session: Network['session']): Pick<Handlers, 'loadImage'> {
  const load = createImageLoader(createImageNetwork(session))
  return { loadImage: ({ address }) => load(address) }
}
