import type { ElectronApplication } from '@playwright/test'

/** One read of a response's body in main. */
export interface Read {
  /** Milliseconds since the epoch, on main's clock: the moment the read resolved, before anybody looked at the bytes. */
  readonly at: number
  readonly text: string
}

interface WatchedMain {
  bench?: { readonly reads: Read[]; readonly stopWatching: () => void }
}

/**
 * Notes every read of the next responses' bodies, where Chromium's network stack hands them to main. The bytes stay
 * what they are; a read costs one promise and one decoding more.
 */
export async function watchMain(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ session }) => {
    const network = session.fromPartition('network')
    const fetch = network.fetch
    const reads: Read[] = []
    const stopWatching = (): void => void (network.fetch = fetch)
    network.fetch = async (...parameters) => {
      const response = await fetch.apply(network, parameters)
      const { body } = response
      if (body === null) return response
      const getReader = body.getReader.bind(body) as () => ReadableStreamDefaultReader<Uint8Array>
      const decoder = new TextDecoder()
      const watchReader = () => {
        const reader = getReader()
        const read = reader.read.bind(reader)
        reader.read = async () => {
          const result = await read()
          const at = performance.timeOrigin + performance.now()
          if (!result.done) reads.push({ at, text: decoder.decode(result.value, { stream: true }) })
          return result
        }
        return reader
      }
      Object.assign(body, { getReader: watchReader })
      return response
    }
    Object.assign(globalThis, { bench: { reads, stopWatching } } satisfies WatchedMain)
  })
}

/** Ends the watch, and gives what was read meanwhile. */
export function stopWatchingMain(app: ElectronApplication): Promise<readonly Read[]> {
  return app.evaluate(() => {
    const { reads, stopWatching } = (globalThis as unknown as Required<WatchedMain>).bench
    stopWatching()
    return reads
  })
}
