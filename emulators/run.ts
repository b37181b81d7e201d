import { parseArgs } from 'node:util'

import { demoReply } from './demo-reply'
import { DIALECTS, type DialectName, startChatEmulator } from './chat/chat-emulator'
import { demoChat } from './demo-chat'
import { startVertexEmulator } from './vertex/vertex-emulator'

const FAULTS = `A prompt with fault:reset, fault:429, fault:safety … meets that fault; emulators/README.md lists them.
Ctrl-C ends it.
`

const { values, positionals } = parseArgs({
  options: { port: { type: 'string', default: '0' } },
  allowPositionals: true,
})
const [dialect = 'vertex'] = positionals
const port = Number(values.port)
const emulator = isDialect(dialect) ? await startChat(dialect) : await startVertex()

async function startVertex() {
  const started = await startVertexEmulator({ port, defaultReply: demoReply, log: console.log })
  const { origin, caFile } = started
  console.log(`The Vertex AI emulator listens at ${origin}

Point the app at it (Linux, macOS):
  NAGARE_EMULATOR=${origin} NAGARE_EMULATOR_CA=${caFile} GOOGLE_API_KEY=any npm start

Windows (PowerShell):
  $env:NAGARE_EMULATOR='${origin}'; $env:NAGARE_EMULATOR_CA='${caFile}'; $env:GOOGLE_API_KEY='any'; npm start

${FAULTS}`)
  return started
}

async function startChat(name: DialectName) {
  const started = await startChatEmulator(name, { port, defaultReply: demoChat, log: console.log })
  console.log(`The ${name} emulator listens at ${started.origin}

Add a connection with this address in the settings${name === 'openai' ? ' (with /v1 at its end)' : ''}, and any key.

${FAULTS}`)
  return started
}

function isDialect(name: string): name is DialectName {
  return Object.hasOwn(DIALECTS, name)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close().then(() => process.exit(0)))
}
