import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'

import { createExchange, type Exchange } from './exchange'
import { epochNow, recordRequest, type RequestRecord, type SeenRequest } from './seen-request'

export interface WireEmulator<Script> {
  /** `https://127.0.0.1:PORT`, or `http:` without a certificate. */
  readonly origin: string
  /** Every request, in order, with what became of it. */
  readonly requests: readonly SeenRequest[]
  /** Replies to the coming requests for content, in order; when none is left, the default reply. */
  script(...replies: readonly Script[]): void
  /** Forgets the scripted replies that no request has taken. */
  forget(): void
  /** Destroys open connections. */
  close(): Promise<void>
}

export interface WireOptions<Script> {
  readonly port?: number
  readonly certificate?: { readonly cert: string; readonly key: string }
  /** Of every answer. */
  readonly headers?: Readonly<Record<string, string>>
  readonly defaultReply: Script | ((request: SeenRequest) => Script)
  readonly answer: (request: IncomingMessage, parts: AnswerParts<Script>) => Promise<void>
  /** One line for every request, when it is over. */
  readonly log?: (line: string) => void
}

export interface AnswerParts<Script> {
  readonly record: RequestRecord
  readonly exchange: Exchange
  readonly takeReply: () => Script
  /** The reply that would be taken next, left where it is. */
  readonly peekReply: () => Script
  /** Unique within the emulator. */
  readonly serial: number
}

/** A local server whose every answer is scripted, seen and can be broken on the level of TCP. */
export async function startWireEmulator<Script extends object>(
  options: WireOptions<Script>,
): Promise<WireEmulator<Script>> {
  const { port = 0, certificate, headers = {}, defaultReply, answer, log } = options
  const records: RequestRecord[] = []
  const scripted: Script[] = []
  // A TLS socket cannot be reset, only the TCP socket below it.
  const tcpSockets = new Map<number | undefined, Socket>()

  const listen = (request: IncomingMessage, response: ServerResponse) => {
    const record = recordRequest(request)
    const serial = records.push(record)
    const { remotePort } = request.socket
    const resetSocket = () => void tcpSockets.get(remotePort)?.resetAndDestroy()
    const exchange = createExchange({ response, record, resetSocket, headers })
    const usual = () => (typeof defaultReply === 'function' ? defaultReply(record) : defaultReply)
    const takeReply = () => scripted.shift() ?? usual()
    const peekReply = () => scripted[0] ?? usual()
    response.on('close', () => log?.(describe(record)))
    answer(request, { record, exchange, takeReply, peekReply, serial }).catch((error: unknown) => {
      if (exchange.gone.aborted) return
      log?.(`The emulator failed: ${String(error)}`)
      exchange.resetSocket()
    })
  }
  const server = certificate ? createTlsServer(certificate, listen) : createPlainServer(listen)
  server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    socket.setNoDelay(true)
    tcpSockets.set(remotePort, socket)
    socket.on('close', () => tcpSockets.delete(remotePort))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })

  return {
    origin: `${certificate ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: records,
    script: (...replies) => void scripted.push(...replies),
    forget: () => void scripted.splice(0),
    async close() {
      for (const record of records.filter((each) => !each.closedBy)) {
        Object.assign(record, { closedBy: 'emulator', closedAt: epochNow() })
      }
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of tcpSockets.values()) socket.destroy()
      await closed
    },
  }
}

function describe(record: SeenRequest): string {
  const { method, host, path, status, sentBytes, closedBy, closedAt = record.startedAt } = record
  const seconds = ((closedAt - record.startedAt) / 1000).toFixed(2)
  const target = `${host}${path.replace(/([?&]key=)[^&]*/, '$1…')}`
  return `${method} ${target} → ${status ?? 'no status'}, ${sentBytes} bytes in ${seconds} s, closed by the ${closedBy}`
}
