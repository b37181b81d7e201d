import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { HumanMessage } from '@langchain/core/messages'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createEmulatorFetch } from '../../../../emulators/vertex/emulator-fetch'
import { serviceDisabled } from '../../../../emulators/vertex/google-errors'
import type { ReplyScript } from '../../../../emulators/vertex/reply-script'
import { startVertexEmulator, type VertexEmulator } from '../../../../emulators/vertex/vertex-emulator'
import { toAppError } from '../../chat/to-app-error'
import { createGuardedFetch } from '../../transport/guarded-fetch'
import { openContext } from '../testing/connection-context'
import { createVertexProvider } from './vertex-provider'

const MODEL = 'gemini-3.5-flash'
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const SERVICE_ACCOUNT = {
  type: 'service_account',
  project_id: 'sa-project',
  client_email: 'nagare@sa-project.iam.gserviceaccount.com',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
}
const ADC = {
  type: 'authorized_user',
  client_id: 'id',
  client_secret: 's',
  refresh_token: 'r',
  quota_project_id: 'adc-project',
}

/** https://cloud.google.com/vertex-ai/generative-ai/docs/learn/locations */
const HOSTS = {
  global: 'aiplatform.googleapis.com',
  eu: 'aiplatform.eu.rep.googleapis.com',
  us: 'aiplatform.us.rep.googleapis.com',
  'us-central1': 'us-central1-aiplatform.googleapis.com',
}
const PROJECTS = { 'ADC file': 'adc-project', 'service account': 'sa-project', 'API key': undefined }
const OUTCOMES: Readonly<Record<string, { readonly answer?: ReplyScript; readonly ending: string }>> = {
  stream: { ending: 'Hello from the emulator.' },
  '403 API disabled': { answer: refusal(403, serviceDisabled()), ending: 'api-disabled' },
  '403 role': { answer: refusal(403), ending: 'permission-denied' },
  '404 model': { answer: refusal(404), ending: 'model-not-found' },
}

let emulator: VertexEmulator
let folder: string
const provider = createVertexProvider()

beforeAll(async () => {
  emulator = await startVertexEmulator()
  folder = mkdtempSync(join(tmpdir(), 'nagare-matrix-'))
  writeFileSync(join(folder, 'application_default_credentials.json'), JSON.stringify(ADC))
  writeFileSync(join(folder, 'sa.json'), JSON.stringify(SERVICE_ACCOUNT))
})
afterAll(async () => {
  await emulator.close()
  rmSync(folder, { recursive: true })
})

const CREDENTIALS = Object.keys(PROJECTS) as (keyof typeof PROJECTS)[]
const LOCATIONS = Object.keys(HOSTS) as (keyof typeof HOSTS)[]

describe.each(CREDENTIALS)('with %s', (credentials) => {
  const limits = { headersMs: 20_000, idleMs: 20_000 }
  describe.each(LOCATIONS)('in %s', (location) => {
    it.each(Object.entries(OUTCOMES))('%s: asks where Google documents it', async (_, { answer, ending }) => {
      if (answer) emulator.script(answer)
      const context = openContext({
        settings: { vertex: { location, ...fieldsOf(credentials) } },
        env: { CLOUDSDK_CONFIG: folder },
        fetch: createGuardedFetch({ fetch: createEmulatorFetch(emulator), limits }),
      })
      expect(await ask(context)).toBe(ending)
      const { host, path, headers } = emulator.requests.at(-1) ?? { headers: {} }
      const project = PROJECTS[credentials]
      const place = project === undefined ? '' : `projects/${project}/locations/${location}/`
      expect({ host, path, ...authorisation(headers) }).toEqual({
        host: project === undefined ? HOSTS.global : HOSTS[location],
        path: `/v1/${place}publishers/google/models/${MODEL}:streamGenerateContent?alt=sse`,
        ...(project === undefined
          ? { key: 'a-key', token: undefined, billed: undefined }
          : { key: undefined, token: 'Bearer', billed: credentials === 'ADC file' ? project : undefined }),
      })
    })
  })
})

async function ask(context: ReturnType<typeof openContext>): Promise<string> {
  try {
    const model = await provider.open(MODEL, context)
    let said = ''
    for await (const chunk of await model.stream([new HumanMessage('Hello')])) said += chunk.text
    return said
  } catch (cause) {
    return toAppError(cause, {}).code
  }
}

function fieldsOf(credentials: keyof typeof PROJECTS) {
  if (credentials === 'API key') return { apiKey: 'a-key' }
  return credentials === 'service account' ? { credentialsFile: join(folder, 'sa.json') } : {}
}

function authorisation(headers: Readonly<Record<string, unknown>>) {
  const { authorization, 'x-goog-api-key': key, 'x-goog-user-project': billed } = headers
  return { key, billed, token: typeof authorization === 'string' ? authorization.split(' ')[0] : undefined }
}

function refusal(status: number, body?: unknown): ReplyScript {
  return { chunks: [], fault: { kind: 'status', status, ...(body === undefined ? {} : { body }) } }
}
