import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { startVertexEmulator, type VertexEmulator } from '../../emulators/vertex/vertex-emulator'
import { temporaryFile } from './conversations/testing/temporary-database'
import type { Traced } from './testing/ask-traced'
import { type LocalServer, serve } from './transport/testing/serve'

const CHILD = fileURLToPath(new URL('testing/ask-traced.ts', import.meta.url))
/** Through Vite, because the demo's answers are Markdown files that only it can import. */
const RUN = [
  '--input-type=module',
  '--eval',
  `import { runnerImport } from 'vite'; await runnerImport(${JSON.stringify(CHILD)}, { configFile: false })`,
]
const PROMPT = 'A prompt for the provider alone'
const PROVIDER = 'aiplatform.googleapis.com'

let emulator: VertexEmulator
let stranger: LocalServer
let heard: string

beforeEach(async () => {
  heard = ''
  emulator = await startVertexEmulator()
  stranger = await serve((request, response) => {
    heard += `${request.method} ${request.url}\n`
    request.on('data', (piece: Buffer) => (heard += piece.toString()))
    request.on('end', () => response.setHeader('content-type', 'application/json').end('{}'))
  })
})
afterEach(async () => {
  await stranger.close()
  await emulator.close()
})

/** Asks in a process whose environment wants every prompt traced. */
async function askTraced(drops: 'drop' | 'keep'): Promise<Traced> {
  const parameters = [temporaryFile(), PROMPT, emulator.origin, emulator.caFile, drops]
  const { stdout } = await promisify(execFile)(process.execPath, [...RUN, ...parameters], {
    env: {
      PATH: process.env['PATH'],
      LANGSMITH_TRACING: 'true',
      LANGSMITH_TRACING_V2: 'true',
      LANGSMITH_API_KEY: 'lsv2-not-a-real-key',
      LANGSMITH_ENDPOINT: stranger.origin,
      LANGSMITH_GATEWAY: stranger.origin,
      // Otherwise the stranger would have to unpack what it hears.
      LANGSMITH_DISABLE_RUN_COMPRESSION: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGCHAIN_API_KEY: 'lsv2-not-a-real-key',
      LANGCHAIN_ENDPOINT: stranger.origin,
    },
  })
  return JSON.parse(stdout) as Traced
}

it('sends no prompt to any host but the provider’s, whatever the environment asks for', async () => {
  const { asked, connected, ending } = await askTraced('drop')
  expect({ asked, connected: new Set(connected), ending, heard }).toEqual({
    asked: [PROVIDER, PROVIDER],
    connected: new Set([new URL(emulator.origin).host]),
    ending: 'complete',
    heard: '',
  })
})

// The app's own way of streaming starts no callbacks, and thus no tracer; LangChain's `invoke` does.
it('would send them to a stranger if the variables stayed', async () => {
  const { connected } = await askTraced('keep')
  expect(connected).toContain(stranger.host)
  expect(heard).toContain(`${PROMPT} (invoke)`)
})
