import { ChatVertexAI } from '@langchain/google-vertexai'
import { OAuth2Client } from 'google-auth-library'

/** The class as it is on npm, signed in, over a fetch of the test's. */
export function createStockModel(fetch: typeof globalThis.fetch): ChatVertexAI {
  const authClient = new OAuth2Client({ transporterOptions: { fetchImplementation: fetch } })
  authClient.setCredentials({ access_token: 'token', expiry_date: Date.now() + 60 * 60 * 1000 })
  return new ChatVertexAI({
    model: 'gemini-3.5-flash',
    location: 'global',
    maxRetries: 0,
    onFailedAttempt: (error: unknown) => {
      throw error
    },
    authOptions: { projectId: 'demo-project', authClient },
  })
}
