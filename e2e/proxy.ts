import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface PasswordProxy {
  /** `127.0.0.1:PORT` */
  readonly address: string
  /** The hosts that were reached through it. */
  readonly reached: readonly string[]
  /** How often somebody came without the right password. */
  readonly turnedAway: () => number
  close(): Promise<void>
}

/**
 * A proxy as companies have it: nobody gets through without a password. It alone knows where the named hosts are: at these
 * ports of this computer. It leads to no other computer.
 */
export async function startPasswordProxy(
  user: string,
  password: string,
  ports: Readonly<Record<string, number>> = {},
): Promise<PasswordProxy> {
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const reached: string[] = []
  const sockets = new Set<Socket>()
  let turnedAway = 0

  const server = createServer((_, response) => response.writeHead(400).end())
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('connect', ({ headers, url = '' }: IncomingMessage, client: Socket) => {
    client.on('error', () => client.destroy())
    if (headers['proxy-authorization'] !== wanted) {
      turnedAway++
      return client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nConnection: close\r\nProxy-Authenticate: Basic realm="Company"\r\nContent-Length: 0\r\n\r\n',
      )
    }
    reached.push(url)
    const [host = '', port = ''] = url.split(':')
    const known = host === '127.0.0.1' ? Number(port) : ports[host]
    if (known === undefined) return client.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')
    const target = connect(known, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    target.on('error', () => client.destroy())
    client.on('close', () => target.destroy())
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    reached,
    turnedAway: () => turnedAway,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface PacFile {
  readonly address: string
  readonly close: () => Promise<void>
}

/** A file that leads every request to the proxy, where an administrator would put it. Chromium never asks one about this computer. */
export async function servePacFile(proxy: string): Promise<PacFile> {
  const server = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' })
      .end(`function FindProxyForURL() { return 'PROXY ${proxy}' }`),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/proxy.pac`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
