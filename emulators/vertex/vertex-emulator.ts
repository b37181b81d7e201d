import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { answerModelRequest, sendJson } from './answer-model-request'
import { createServerCertificate } from './certificates'
import { createExchange, type Exchange } from './exchange'
import { googleError } from './google-errors'
import { parseModelPath } from './model-path'
import { textReply, type ReplyScript } from './reply-script'
import { epochNow, readBody, recordRequest, type RequestRecord, type SeenRequest } from './seen-request'
import { answerTokenRequest } from './token-endpoint'

export type { SeenRequest } from './seen-request'

export interface VertexEmulator {
  /** `https://127.0.0.1:PORT` */
  readonly origin: string
  /** A PEM file in a temporary folder of this run. */
  readonly caFile: string
  /** The same PEM. */
  readonly ca: string
  /** Every request, in order, with what became of it. */
  readonly requests: readonly SeenRequest[]
  /** Replies to the coming requests for content, in order; when none is left, the default reply. */
  script(...replies: readonly ReplyScript[]): void
  /** Destroys open connections and removes the temporary folder. */
  close(): Promise<void>
}

export interface VertexEmulatorOptions {
  readonly port?: number
  readonly defaultReply?: ReplyScript | ((request: SeenRequest) => ReplyScript)
  /** One line for every request, when it is over. */
  readonly log?: (line: string) => void
}

/** An HTTPS server that speaks Vertex AI's wire protocol. */
export async function startVertexEmulator(options: VertexEmulatorOptions = {}): Promise<VertexEmulator> {
  const { port = 0, defaultReply = textReply('Hello from the emulator.'), log } = options
  const { ca, cert, key } = await createServerCertificate()
  const records: RequestRecord[] = []
  const scripted: ReplyScript[] = []
  // A TLS socket cannot be reset, only the TCP socket below it.
  const tcpSockets = new Map<number | undefined, Socket>()

  const server = createServer({ cert, key }, (request, response) => {
    const record = recordRequest(request)
    const serial = records.push(record)
    const { remotePort } = request.socket
    const resetSocket = () => void tcpSockets.get(remotePort)?.resetAndDestroy()
    const exchange = createExchange({ response, record, resetSocket })
    const takeReply = () =>
      scripted.shift() ?? (typeof defaultReply === 'function' ? defaultReply(record) : defaultReply)
    response.on('close', () => log?.(describe(record)))
    answerRequest(request, record, { exchange, takeReply, serial }).catch((error: unknown) => {
      if (exchange.gone.aborted) return
      log?.(`The emulator failed: ${String(error)}`)
      exchange.resetSocket()
    })
  })
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
  const folder = await mkdtemp(join(tmpdir(), 'vertex-emulator-'))
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, ca)

  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    caFile,
    ca,
    requests: records,
    script: (...replies) => void scripted.push(...replies),
    async close() {
      for (const record of records.filter((each) => !each.closedBy)) {
        Object.assign(record, { closedBy: 'emulator', closedAt: epochNow() })
      }
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of tcpSockets.values()) socket.destroy()
      await closed
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface AnswerParts {
  readonly exchange: Exchange
  readonly takeReply: () => ReplyScript
  readonly serial: number
}

async function answerRequest(
  request: IncomingMessage,
  record: RequestRecord,
  { exchange, takeReply, serial }: AnswerParts,
): Promise<void> {
  try {
    record.body = await readBody(request)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const body = googleError(400, { message: 'Invalid JSON payload received. Unexpected end of string.' })
    return sendJson(exchange, { status: 400, body })
  }
  const { method, path, headers, body } = record
  const asked = method === 'POST' ? parseModelPath(path) : undefined
  if (asked) return answerModelRequest(asked, { exchange, headers, body, takeReply, serial })
  if (method === 'POST' && path === '/token') return sendJson(exchange, answerTokenRequest(body, serial))
  const page = { 'content-type': 'text/html; charset=UTF-8' }
  return sendJson(exchange, { status: 404, headers: page, body: NOT_FOUND_PAGE })
}

/** Google answers an address it does not know with a web page, whatever was asked for. */
const NOT_FOUND_PAGE =
  '<!DOCTYPE html>\n<html lang=en>\n<title>Error 404 (Not Found)!!1</title>\n<p><b>404.</b> That’s an error.\n'

function describe(record: SeenRequest): string {
  const { method, host, path, status, sentBytes, closedBy, closedAt = record.startedAt } = record
  const seconds = ((closedAt - record.startedAt) / 1000).toFixed(2)
  const target = `${host}${path.replace(/([?&]key=)[^&]*/, '$1…')}`
  return `${method} ${target} → ${status ?? 'no status'}, ${sentBytes} bytes in ${seconds} s, closed by the ${closedBy}`
}
