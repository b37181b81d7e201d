import type { ElectronApplication } from '@playwright/test'

/** One piece of a response's body in main. */
export interface Read {
  /** Milliseconds since the epoch, on main's clock: the moment it came, before anybody looked at the bytes. */
  readonly at: number
  readonly text: string
}

interface WatchedMain {
  bench?: { readonly reads: Read[]; readonly stopWatching: () => void }
}

/**
 * Notes every piece of the next responses' bodies, where Chromium's network stack hands them to main. The listener is
 * the first that each response gets, so that nobody looked at the bytes before; a piece costs one call and one decoding.
 */
export async function watchMain(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ net }) => {
    const request = net.request
    const reads: Read[] = []
    const stopWatching = (): void => void (net.request = request)
    net.request = (options) => {
      const watched = request.call(net, options)
      watched.on('response', (response) => {
        const decoder = new TextDecoder()
        response.on('data', (piece) => {
          const at = performance.timeOrigin + performance.now()
          reads.push({ at, text: decoder.decode(piece, { stream: true }) })
        })
      })
      return watched
    }
    Object.assign(globalThis, { bench: { reads, stopWatching } } satisfies WatchedMain)
  })
}

/** Ends the watch, and gives what came meanwhile. Throws when nothing did: then the app fetches in another way. */
export function stopWatchingMain(app: ElectronApplication): Promise<readonly Read[]> {
  return app.evaluate(() => {
    const { reads, stopWatching } = (globalThis as unknown as Required<WatchedMain>).bench
    stopWatching()
    if (reads.length === 0) throw new Error('No response came through net.request.')
    return reads
  })
}
