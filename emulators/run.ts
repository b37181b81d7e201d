import { parseArgs } from 'node:util'

import { demoReply } from './demo-reply'
import { startVertexEmulator } from './vertex/vertex-emulator'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const emulator = await startVertexEmulator({
  port: Number(values.port),
  defaultReply: demoReply,
  log: console.log,
})

console.log(`The Vertex AI emulator listens at ${emulator.origin}

Point the app at it (Linux, macOS):
  NAGARE_EMULATOR=${emulator.origin} NAGARE_EMULATOR_CA=${emulator.caFile} GOOGLE_API_KEY=any npm start

Windows (PowerShell):
  $env:NAGARE_EMULATOR='${emulator.origin}'; $env:NAGARE_EMULATOR_CA='${emulator.caFile}'; $env:GOOGLE_API_KEY='any'; npm start

A prompt with fault:reset, fault:429, fault:safety … meets that fault; emulators/README.md lists them.
Ctrl-C ends it.
`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close().then(() => process.exit(0)))
}
