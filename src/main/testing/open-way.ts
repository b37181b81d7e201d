import { createServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { onTestFinished } from 'vitest'

import { assertNever } from '#shared/assert-never'

import { createServerCertificate } from '../../../emulators/wire/certificates'
import { createEmulatorFetch } from '../../../emulators/vertex/emulator-fetch'
import type { VertexEmulator } from '../../../emulators/vertex/vertex-emulator'
import type { Way } from './faults'

export interface OpenedWay {
  readonly network: typeof globalThis.fetch
  /** Where the app is told to find the provider, if not at Google's address. */
  readonly endpoint?: string
}

/** Lays the way that requests travel; it is gone after the test. */
export async function openWay(way: Way, emulator: VertexEmulator): Promise<OpenedWay> {
  const { fetch } = globalThis
  switch (way) {
    case 'emulator':
      return { network: createEmulatorFetch(emulator) }
    case 'closed-port':
      return { network: fetch, endpoint: await findClosedPort() }
    case 'unknown-host':
      return { network: fetch, endpoint: 'nowhere.invalid' }
    case 'untrusted':
      return { network: fetch, endpoint: await serveUntrusted() }
    case 'broken-proxy':
      return { network: () => Promise.reject(new Error('net::ERR_PROXY_CONNECTION_FAILED')) }
    default:
      return assertNever(way)
  }
}

async function findClosedPort(): Promise<string> {
  const server = createTcpServer()
  const address = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return address
}

/** Its authority is known to nobody. */
async function serveUntrusted(): Promise<string> {
  const server = createServer(await createServerCertificate(), () => {
    throw new Error('A request came over an untrusted connection.')
  })
  onTestFinished(() => void server.close())
  return listen(server)
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}
