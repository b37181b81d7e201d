import { ChatVertexAI } from '@langchain/google-vertexai'
import { OAuth2Client } from 'google-auth-library'

import { routeToEmulator } from '../../src/main/app/emulator'
import { createVertexModel } from '../../src/main/models/vertex/create-vertex-model'
import { createGuardedFetch } from '../../src/main/transport/guarded-fetch'

/** Who reads the stream: our Vertex model as the app opens it, or the class as it is on npm. */
export type Reader = 'ours' | 'stock'

/** What one answer cost the process that read it. */
export interface ReadCost {
  readonly characters: number
  readonly cpuMs: number
  readonly wallMs: number
}

const LONGEST_MS = 60_000
const [reader, origin = ''] = process.argv.slice(2)
const model = reader === 'stock' ? openStock() : openOurs()

process.on('message', (prompt: string) => {
  void read(prompt).then((cost) => process.send?.(cost))
})
process.send?.('ready')

async function read(prompt: string): Promise<ReadCost> {
  const cpuBefore = process.cpuUsage()
  const startedAt = performance.now()
  let characters = 0
  for await (const chunk of await model.stream(prompt)) characters += chunk.text.length
  const { user, system } = process.cpuUsage(cpuBefore)
  return { characters, cpuMs: (user + system) / 1000, wallMs: performance.now() - startedAt }
}

function openOurs(): ChatVertexAI {
  return createVertexModel({
    modelName: 'gemini-3.5-flash',
    location: 'global',
    projectId: 'demo-project',
    includeThoughts: true,
    credentials: { kind: 'oauth', headers: async () => ({ authorization: 'Bearer token' }) },
    fetch: createGuardedFetch({
      fetch: routeToEmulator(fetch, origin),
      limits: { headersMs: LONGEST_MS, idleMs: LONGEST_MS },
    }),
  })
}

function openStock(): ChatVertexAI {
  const authClient = new OAuth2Client({
    transporterOptions: { fetchImplementation: routeToEmulator(fetch, origin) },
  })
  authClient.setCredentials({ access_token: 'token', expiry_date: Date.now() + 60 * 60 * 1000 })
  return new ChatVertexAI({
    model: 'gemini-3.5-flash',
    location: 'global',
    maxRetries: 0,
    authOptions: { projectId: 'demo-project', authClient },
  })
}
