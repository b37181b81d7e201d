import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of somebody else, on this computer. */
export interface Stranger {
  readonly origin: string
  /** The path of each request that it got. */
  readonly heard: readonly string[]
  readonly close: () => void
}

/** Starts one that answers `/to?ADDRESS` with a redirect there, and everything else with the page that is given. */
export async function startStranger(pages: Readonly<Record<string, string>> = {}): Promise<Stranger> {
  const heard: string[] = []
  const server = createServer(({ url = '' }: IncomingMessage, response: ServerResponse) => {
    heard.push(url)
    const to = url.startsWith('/to?') ? decodeURIComponent(url.slice('/to?'.length)) : undefined
    if (to !== undefined) return void response.writeHead(302, { location: to }).end()
    response.writeHead(200, { 'content-type': 'text/html' }).end(pages[url] ?? 'heard you')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
