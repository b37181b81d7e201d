import type { VertexCredentials } from './credentials'
import type { CredentialSource } from './vertex-config'

type Fetch = typeof globalThis.fetch
type FindCredentials = (source: CredentialSource, fetch: Fetch) => Promise<VertexCredentials>

/** Keeps credentials, and with them their tokens, until a token is refused. */
export function createCredentialCache(): FindCredentials {
  const kept = new Map<string, { readonly fetch: Fetch; readonly found: Promise<VertexCredentials> }>()
  return (source, fetch) => {
    const key = JSON.stringify(source)
    const known = kept.get(key)
    if (known?.fetch === fetch) return known.found
    const found = find(source, fetch, () => kept.delete(key))
    kept.set(key, { fetch, found })
    return found
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
