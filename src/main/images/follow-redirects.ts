import type { ImageRefusal } from '#shared/loaded-image'

import { isPrivateAddress } from './is-private-address'
import { judgeImageAddress } from './judge-image-address'

type Fetch = typeof globalThis.fetch

export interface ImageNetwork {
  /** A redirect is an answer: it is not followed. */
  readonly fetchOnce: Fetch
  /** The IP addresses that a request would go to; none when a proxy looks them up. */
  readonly resolve: (url: URL) => Promise<readonly string[]>
}

const MOST_REDIRECTS = 5

interface RefusedError extends Error {
  readonly imageRefusal: ImageRefusal
}

/** A fetch that judges every address on its way, also the one to which a host sends it on. */
export function followRedirects({ fetchOnce, resolve }: ImageNetwork): Fetch {
  return async (input, init) => {
    let address = String(input)
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const url = judgeImageAddress(address)
      if (typeof url === 'string') throw refused(url)
      const addresses = await resolve(url)
      if (addresses.some(isPrivateAddress)) throw refused('private-host')
      const response = await fetchOnce(url.href, init)
      const location = response.headers.get('location')
      if (response.status < 300 || response.status >= 400 || location === null) return response
      await response.body?.cancel()
      if (!URL.canParse(location, url.href)) throw refused('not-allowed')
      address = new URL(location, url).href
    }
    throw refused('too-many-redirects')
  }
}

function refused(imageRefusal: ImageRefusal): Error {
  return Object.assign(new Error(imageRefusal), { imageRefusal } satisfies Omit<RefusedError, keyof Error>)
}

/** Why an image was refused, when that is what an error says. */
export function toImageRefusal(error: Error): ImageRefusal | undefined {
  return 'imageRefusal' in error ? (error as RefusedError).imageRefusal : undefined
}
