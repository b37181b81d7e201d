import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, it } from 'vitest'

import { entraRefusal, entraToken } from '../../emulators/entra/entra-emulator'
import { temporaryFile } from './conversations/testing/temporary-database'
import { recogniseReply } from './models/recording/recognise-reply'
import { openKeyStore } from './settings/key-store'
import { createFakeCipher } from './settings/testing/fake-cipher'
import { openCore } from './testing/open-core'
import { holds } from './testing/planted-keys'
import { createRecorder } from './transport/recordings/recorder'

const SECRET = 'Q~planted8Secret.of_an-application~0123456789'
const TOKEN = entraToken(1)
const AZURE = {
  ...{ provider: 'azure', endpoint: 'https://emulated.openai.azure.com', deployment: 'emulated' },
  ...{ tenantId: 'tenant', clientId: 'client' },
}

const IN_FORM = new URLSearchParams({ '': SECRET }).toString().slice(1)

const granted = async () => Response.json({ access_token: TOKEN, expires_in: 3599 })
const refused = async () => {
  const said = entraRefusal(401, 'invalid_client', `AADSTS7000215: Invalid client secret ${SECRET}.`)
  return Response.json(said.body, { status: said.status })
}
const broken = async () => {
  throw new Error(`net::ERR_CONNECTION_RESET client_secret=${IN_FORM}, ${IN_FORM}`)
}
const message = `Bad token ${TOKEN}, Bearer ${TOKEN}, ${SECRET}, ${IN_FORM}`
const echoed = async () => Response.json({ error: { code: '400', message } }, { status: 400 })
const streamed = async () =>
  new Response(`data: ${JSON.stringify({ error: { code: 500, message } })}\n\n`, {
    headers: { 'content-type': 'text/event-stream' },
  })

it.each([
  ['Entra ID refuses, with the secret in its words', refused, echoed],
  ['the way to Entra ID breaks', broken, echoed],
  ['Azure refuses, with both in its words', granted, echoed],
  ['Azure tells both in the stream', granted, streamed],
])('writes neither secret nor token anywhere when %s', async (_, ofEntra, ofAzure) => {
  const file = temporaryFile()
  const folder = dirname(file)
  const keys = openKeyStore({
    file: join(folder, 'keys.json'),
    cipher: createFakeCipher(),
    mayStoreUnprotected: () => false,
    now: () => new Date(),
  })
  keys.write('azure', 'clientSecret', SECRET)
  await keys.settled()
  const recorder = createRecorder({
    onRefusal: (cause) => {
      throw cause
    },
  })
  recorder.start(join(folder, 'recordings'))
  const sent: string[] = []
  const core = openCore({
    ...{ file, secrets: keys, limits: { headersMs: 10_000, idleMs: 10_000 } },
    settings: { connections: { azure: AZURE } },
    network: async (input, init) => {
      const request = new Request(input, init)
      sent.push(`${request.headers.get('authorization')} ${await request.text()}`)
      return new URL(request.url).host.startsWith('login.') ? ofEntra() : ofAzure()
    },
    record: (fetch, subject) => recorder.wrap(fetch, recogniseReply(subject)),
  })
  const { events, kept } = await core.ask('Hello', { modelId: 'azure/emulated' })
  core.close()

  const written = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))
  const places = [...written, { name: 'the window', bytes: Buffer.from(JSON.stringify([events, kept])) }]
  const holding = places.filter(({ bytes }) =>
    [SECRET, IN_FORM, TOKEN].some((secret) => holds(bytes, secret)),
  )
  expect(holding.map(({ name }) => name)).toEqual([])

  // The test would prove nothing if they had never been on their way. A token is kept from one answer to the next.
  const isSent = (secret: string) => sent.some((said) => said.includes(secret))
  expect([isSent(IN_FORM) || isSent(TOKEN), isSent(TOKEN)]).toEqual([true, ofEntra === granted])
  expect(kept.progress.status).toBe('failed')
})
