import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'

import { awaitAllCallbacks } from '@langchain/core/callbacks/promises'

import { createEmulatorFetch } from '../../../emulators/vertex/emulator-fetch'
import { dropTracingVariables } from '../models/drop-tracing-variables'
import { createModelOpener } from '../models/open-model'
import { askThroughCore } from './ask-through-core'

/** What this process did, written to standard output as JSON. */
export interface Traced {
  /** Hosts that the core asked. */
  readonly asked: readonly string[]
  /** `host:port` of every connection that anything in the process tried to open. */
  readonly connected: readonly string[]
  readonly ending: string
}

/**
 * A process of its own, because LangChain reads the environment but once. It asks in two ways: as the app does, and by
 * `invoke`, which LangChain traces by itself.
 */
const [file = '', prompt = '', origin = '', caFile = '', drops = ''] = process.argv.slice(1)
const connected = watchConnections()
const asked: string[] = []

// Where the app does it, too: after its own imports, and before a provider is loaded.
if (drops === 'drop') dropTracingVariables(process.env)

const emulated = createEmulatorFetch({ origin, ca: readFileSync(caFile, 'utf8') })
const network: typeof globalThis.fetch = (input, init) => {
  asked.push(new URL(input instanceof Request ? input.url : input).host)
  return emulated(input, init)
}
const vertex = { apiKey: 'AIza-not-a-real-key' }
const { kept } = await askThroughCore(`${prompt} (reply)`, { file, network, vertex })

const models = createModelOpener({ fetch: network, settings: () => ({ vertex }), env: {} })
await (await models.open('vertex/gemini-3.5-flash')).invoke(`${prompt} (invoke)`)
await awaitAllCallbacks()

const ending = kept.progress.status === 'ended' ? kept.progress.reason : kept.progress.status
process.stdout.write(JSON.stringify({ asked, connected, ending } satisfies Traced))

function watchConnections(): readonly string[] {
  const seen: string[] = []
  const { connect } = Socket.prototype
  Socket.prototype.connect = function (this: Socket, ...parameters: Parameters<typeof connect>) {
    // Node's own callers wrap their options into an array.
    const [options] = [parameters[0]].flat() as readonly { readonly host?: string; readonly port?: number }[]
    seen.push(`${options?.host}:${options?.port}`)
    return connect.apply(this, parameters)
  } as typeof connect
  return seen
}
