import type { VertexCredentials } from './credentials'
import type { CredentialSource } from './vertex-config'

type Fetch = typeof globalThis.fetch
type FindCredentials = (source: CredentialSource, fetch: Fetch) => Promise<VertexCredentials>

/** Keeps the last credentials, and with them their token, until a token is refused or another source is named. */
export function createCredentialCache(): FindCredentials {
  let kept: { readonly source: string; readonly fetch: Fetch; readonly found: Promise<VertexCredentials> }
  const forget = () => {
    kept = { ...kept, source: '' }
  }
  return (source, fetch) => {
    const key = JSON.stringify(source)
    if (kept?.source !== key || kept.fetch !== fetch) {
      kept = { source: key, fetch, found: find(source, fetch, forget) }
    }
    return kept.found
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
