import type { ImageRefusal, LoadedImage } from '#shared/loaded-image'

import { createGuardedFetch } from '../transport/guarded-fetch'
import { toTransportFault } from '../transport/transport-fault'
import { walkCauses } from '../transport/walk-causes'
import { followRedirects, type ImageNetwork, toImageRefusal } from './follow-redirects'
import { readImageType } from './image-type'

const LARGEST_BYTES = 10 * 1024 * 1024
const LIMITS = { headersMs: 20_000, idleMs: 20_000 }

const HEADERS = { accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9' }

/**
 * Fetches an image that the user clicked on: from public addresses only, without cookies or a referrer, at most 10 MB,
 * and only when its first bytes are those of a picture.
 */
export function createImageLoader(network: ImageNetwork): (address: string) => Promise<LoadedImage> {
  const fetch = createGuardedFetch({ fetch: followRedirects(network), limits: LIMITS })
  return async (address) => {
    if (!URL.canParse(address)) return { outcome: 'not-allowed' }
    const abort = new AbortController()
    try {
      const response = await fetch(address, { headers: HEADERS, signal: abort.signal })
      const bytes = await readBounded(response)
      if (bytes === undefined) return { outcome: 'too-large' }
      const type = readImageType(bytes)
      return type === undefined ? { outcome: 'not-an-image' } : { outcome: 'loaded', type, bytes }
    } catch (cause) {
      return { outcome: toRefusal(cause) }
    } finally {
      abort.abort()
    }
  }
}

/** Undefined when there is more than an image may have. */
async function readBounded({ headers, body }: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(headers.get('content-length')) > LARGEST_BYTES) return undefined
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body ?? []) {
    parts.push(part)
    length += part.byteLength
    if (length > LARGEST_BYTES) return undefined
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}

function toRefusal(cause: unknown): ImageRefusal {
  for (const error of walkCauses(cause)) {
    const refusal = toImageRefusal(error)
    if (refusal !== undefined) return refusal
  }
  const fault = toTransportFault(cause)
  if (fault?.kind !== 'status') return 'unreachable'
  return fault.status === 404 || fault.status === 410 ? 'not-found' : 'refused-by-host'
}
