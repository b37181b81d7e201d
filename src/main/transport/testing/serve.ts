import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface LocalServer {
  readonly origin: string
  readonly host: string
  /** Resolves when the latest connection has been closed by either side. */
  readonly disconnected: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A plain HTTP server on this machine that answers every request alike. */
export async function serve(answer: RequestListener): Promise<LocalServer> {
  const server: Server = createServer(answer)
  const sockets = new Set<Socket>()
  let gone = Promise.resolve()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    gone = new Promise((resolve) => {
      socket.on('close', () => {
        sockets.delete(socket)
        resolve()
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    host,
    disconnected: () => gone,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
