import { stat } from 'node:fs/promises'

import type { VertexCredentials } from './credentials'
import type { CredentialSource } from './vertex-config'

type Fetch = typeof globalThis.fetch
type FindCredentials = (source: CredentialSource, fetch: Fetch) => Promise<VertexCredentials>

interface KeptCredentials {
  readonly fetch: Fetch
  readonly stamp: string
  readonly found: Promise<VertexCredentials>
}

/** Keeps credentials, and with them their tokens, until a token is refused or their file is another one. */
export function createCredentialCache(): FindCredentials {
  const kept = new Map<string, KeptCredentials>()
  return async (source, fetch) => {
    const key = JSON.stringify(source)
    const stamp = await stampOf(source)
    const known = kept.get(key)
    if (known?.fetch === fetch && known.stamp === stamp) return known.found
    const found = find(source, fetch, () => kept.delete(key))
    kept.set(key, { fetch, stamp, found })
    return found
  }
}

/** Another one after a login as somebody else. */
async function stampOf(source: CredentialSource): Promise<string> {
  const file =
    source.kind === 'file' ? source.file : source.kind === 'default' ? source.gcloudFile : undefined
  if (file === undefined) return ''
  try {
    const { mtimeMs, size, ino } = await stat(file)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return 'none'
  }
}

async function find(source: CredentialSource, fetch: Fetch, forget: () => void): Promise<VertexCredentials> {
  try {
    const { findCredentials } = await import('./find-credentials')
    const credentials = await findCredentials(source, fetch)
    return {
      ...credentials,
      headers: () =>
        credentials.headers().catch((cause: unknown) => {
          // The file may have been replaced, by a new login for example.
          forget()
          throw cause
        }),
    }
  } catch (cause) {
    forget()
    throw cause
  }
}
