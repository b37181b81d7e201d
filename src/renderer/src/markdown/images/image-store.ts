export type ImageLoad =
  | { readonly outcome: 'loaded'; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly outcome: ImageFailure }

export type ImageFailure =
  | 'not-allowed'
  | 'private-host'
  | 'not-found'
  | 'refused-by-host'
  | 'not-an-image'
  | 'too-large'
  | 'too-many-redirects'
  | 'unreachable'

export interface ImageStore {
  /** An image that was loaded before, as long as there is room for it. */
  find(address: string): Blob | undefined
  load(address: string): Promise<Blob | ImageFailure>
}

/** A conversation that is scrolled through shows its loaded images again, and asks no host twice. */
const MOST_BYTES = 64 * 1024 * 1024

/** Loads images on demand, and keeps the latest. */
export function createImageStore(fetchImage: (address: string) => Promise<ImageLoad>): ImageStore {
  const kept = new Map<string, Blob>()

  function keep(address: string, image: Blob): void {
    kept.set(address, image)
    let bytes = [...kept.values()].reduce((sum, { size }) => sum + size, 0)
    for (const [oldest, { size }] of kept) {
      if (bytes <= MOST_BYTES || oldest === address) return
      kept.delete(oldest)
      bytes -= size
    }
  }

  return {
    find: (address) => kept.get(address),
    async load(address) {
      const load = await fetchImage(address)
      if (load.outcome !== 'loaded') return load.outcome
      const image = new Blob([load.bytes], { type: load.type })
      keep(address, image)
      return image
    },
  }
}
