import { createImageNetwork } from '../app/image-network'
import type { NetworkWay } from '../app/network'
import type { Handlers } from '../bridge/answer'
import { createImageLoader } from '../images/load-image'

/** The images of answers, which the page cannot fetch by itself. */
export function pictureHandlers(way: NetworkWay): Pick<Handlers, 'loadImage'> {
  const load = createImageLoader(createImageNetwork(way))
  return { loadImage: ({ address }) => load(address) }
}
