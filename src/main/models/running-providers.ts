import type { OpenContext, Provider } from './provider'

/** A program on this computer answers at once, or it is not there. */
const PATIENCE_MS = 500

export interface RunningProviders {
  /** Ids of those that answered when they were last looked for. */
  readonly ids: () => ReadonlySet<string>
  readonly look: (contextOf: (provider: Provider) => OpenContext) => Promise<void>
}

/** Which providers run on this computer. Nothing is installed, started or asked for words. */
export function createRunningProviders(providers: readonly Provider[]): RunningProviders {
  let running: ReadonlySet<string> = new Set()
  return {
    ids: () => running,
    look: async (contextOf) => {
      const found = await Promise.all(
        providers.map(async (provider) => {
          const signal = AbortSignal.timeout(PATIENCE_MS)
          // Nobody at home is the answer of most computers.
          const isThere = await provider.isRunning?.(contextOf(provider), signal).catch(() => false)
          return isThere === true ? [provider.id] : []
        }),
      )
      running = new Set(found.flat())
    },
  }
}
