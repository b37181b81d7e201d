import { OAuth2Client } from 'google-auth-library'
import { z } from 'zod'

/** A machine at Google answers in a few milliseconds; any other never does. */
const PROBE_MS = 1000

const token = z.object({ access_token: z.string(), expires_in: z.number() })

interface MachineAccount {
  readonly client: OAuth2Client
  readonly projectId: string
  readonly member: string
}

/** The account of a machine that runs at Google; undefined everywhere else. */
export async function findMachineAccount(
  host: string,
  fetch: typeof globalThis.fetch,
): Promise<MachineAccount | undefined> {
  const ask = async (path: string, signal?: AbortSignal) => {
    const headers = { 'metadata-flavor': 'Google' }
    const url = `http://${host}/computeMetadata/v1/${path}`
    const response = await fetch(url, signal ? { headers, signal } : { headers })
    // Whoever else answers at this address, a proxy for example, does not say this.
    if (response.headers.get('metadata-flavor') !== 'Google') throw new Error('Not a metadata server.')
    return response.text()
  }
  try {
    const projectId = await ask('project/project-id', AbortSignal.timeout(PROBE_MS))
    const client = new OAuth2Client()
    client.refreshHandler = async () => {
      const answer = token.parse(JSON.parse(await ask('instance/service-accounts/default/token')))
      return { access_token: answer.access_token, expiry_date: Date.now() + answer.expires_in * 1000 }
    }
    return { client, projectId, member: 'serviceAccount:$(gcloud config get account)' }
  } catch {
    return undefined
  }
}
