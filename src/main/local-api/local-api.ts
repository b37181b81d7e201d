import type { LocalApiState, LocalApiStatus } from '#shared/local-api'

import type { KeyStore } from '../settings/key-store'
import type { PreferenceStore } from '../settings/preferences'
import type { ApiCore } from './answering'
import { createCallLog } from './call-log'
import type { ServedApi, ServeLocalApi } from './serve'

export interface LocalApiParts {
  readonly preferences: Pick<PreferenceStore, 'read' | 'follow'>
  readonly keys: Pick<KeyStore, 'load' | 'read' | 'write' | 'states' | 'settled'>
  readonly core: ApiCore
  /** Loads the server's code, which nobody needs as long as the API is off. */
  readonly load: () => Promise<ServeLocalApi>
  /** A token that nobody can guess. */
  readonly newToken: () => string
  readonly now: () => number
  readonly onFailure: (cause: unknown) => void
}

export interface LocalApi {
  state(): LocalApiState
  renewToken(): Promise<string>
  clearCalls(): void
  /** Calls back when anything is different; returns the function that ends it. */
  follow(listener: () => void): () => void
  /** Resolves when what the preferences ask for is done. */
  settled(): Promise<void>
}

/** Whose secret the token is; no connection can have this name. */
const OWNER = '.localApi'
const FIELD = 'token'

/** Switches the API on and off as the preferences say. */
export function createLocalApi(parts: LocalApiParts): LocalApi {
  const { preferences, keys, core, load, onFailure } = parts
  const listeners = new Set<() => void>()
  const calls = createCallLog({ now: parts.now, onCall: tell })
  let status: LocalApiStatus = { kind: 'off' }
  let served: { readonly wanted: number; readonly api: ServedApi } | undefined
  let queue = Promise.resolve()

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function setStatus(next: LocalApiStatus): void {
    status = next
    tell()
  }

  /** One after the other, so that the last word of the preferences is the one that holds. */
  async function apply(): Promise<void> {
    const { localApi: isOn, localApiPort: port } = preferences.read()
    if (served !== undefined && (!isOn || served.wanted !== port)) {
      await served.api.close()
      served = undefined
    }
    if (!isOn) return setStatus({ kind: 'off' })
    if (served !== undefined) return
    setStatus({ kind: 'starting' })
    await keys.load()
    const serve = await load()
    const api = await serve({ port, core, calls, onFailure, token: () => keys.read(OWNER, FIELD) })
    served = { wanted: port, api }
    setStatus({ kind: 'listening', port: api.port })
  }

  function settle(): void {
    queue = queue.then(apply).catch((cause: unknown) => {
      onFailure(cause)
      setStatus({ kind: 'failed', problem: toProblem(cause) })
    })
  }

  settle()
  preferences.follow(settle)

  return {
    state: () => ({ status, token: keys.states()[`${OWNER}/${FIELD}`], calls: calls.read() }),
    renewToken: async () => {
      await keys.load()
      const token = parts.newToken()
      keys.write(OWNER, FIELD, token)
      // What the disk refused holds for this run, and the state says so.
      await keys.settled().catch(onFailure)
      tell()
      return token
    },
    clearCalls: () => {
      calls.clear()
      tell()
    },
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settled: () => queue,
  }
}

function toProblem(cause: unknown): Extract<LocalApiStatus, { readonly kind: 'failed' }>['problem'] {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE') return 'port-in-use'
  return code === 'EACCES' || code === 'EADDRNOTAVAIL' ? 'port-refused' : 'unexpected'
}
