import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { DICTIONARY_NAME } from './fetch-dictionary'

export interface DictionaryServerParts {
  readonly fetchDictionary: (name: string) => Promise<Buffer>
  /** Whether it could be brought. */
  readonly onOutcome: (name: string, failure: unknown) => void
}

export interface DictionaryServer {
  /** Listens on this computer alone; resolves to `127.0.0.1:PORT`. */
  start(): Promise<string>
  stop(): Promise<void>
}

/**
 * Gives Chromium the dictionaries that it asks for, and nothing else to anybody: the session of the pages reaches no other
 * address, so that the app's own network, with its proxy, brings them.
 */
export function createDictionaryServer(parts: DictionaryServerParts): DictionaryServer {
  let listening: Promise<{ readonly server: Server; readonly host: string }> | undefined

  async function answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse) {
    const name = url.slice(1)
    const { host } = (await listening) ?? {}
    if (method !== 'GET' || headers.host !== host || !DICTIONARY_NAME.test(name)) {
      response.writeHead(404).end()
      return
    }
    try {
      const bytes = await parts.fetchDictionary(name)
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes)
      parts.onOutcome(name, undefined)
    } catch (cause) {
      response.writeHead(502).end()
      parts.onOutcome(name, cause)
    }
  }

  return {
    start: async () => {
      listening ??= new Promise((resolve, reject) => {
        const server = createServer((request, response) => void answer(request, response))
        server.once('error', reject)
        server.listen(0, '127.0.0.1', () =>
          resolve({ server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` }),
        )
      })
      return (await listening).host
    },
    stop: async () => {
      const stopping = listening
      listening = undefined
      if (stopping === undefined) return
      const { server } = await stopping
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
