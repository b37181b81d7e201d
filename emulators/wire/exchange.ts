import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

import { epochNow, type RequestRecord } from './seen-request'

/** One answer being written. Every promise of it rejects as soon as the connection is gone. */
export interface Exchange {
  readonly gone: AbortSignal
  begin(status: number, headers: Readonly<Record<string, string>>): void
  /** Resolves when the socket takes more. */
  write(bytes: Buffer): Promise<void>
  /** Resolves when the bytes have left for the socket, so that the next write is one of its own. */
  writeAndFlush(bytes: Buffer): Promise<void>
  end(bytes?: Buffer): void
  /** TCP FIN, with the HTTP body unfinished. */
  closeSocket(): void
  /** TCP RST. */
  resetSocket(): void
}

export interface ExchangeParts {
  readonly response: ServerResponse
  readonly record: RequestRecord
  readonly resetSocket: () => void
  /** Of every answer. */
  readonly headers: Readonly<Record<string, string>>
}

export function createExchange({ response, record, resetSocket, ...parts }: ExchangeParts): Exchange {
  const leaving = new AbortController()
  const gone = leaving.signal
  const close = (by: 'client' | 'emulator') => {
    if (record.closedBy) return
    record.closedBy = by
    record.closedAt = epochNow()
  }
  response.on('finish', () => close('emulator'))
  response.on('close', () => {
    close('client')
    leaving.abort()
  })
  const count = (bytes: Buffer) => {
    if (bytes.length === 0) return
    record.firstByteAt ??= epochNow()
    record.lastByteAt = epochNow()
    record.sentBytes += bytes.length
  }
  return {
    gone,
    begin(status, headers) {
      record.status = status
      response.writeHead(status, { ...parts.headers, ...headers })
      response.flushHeaders()
    },
    async write(bytes) {
      gone.throwIfAborted()
      count(bytes)
      if (!response.write(bytes)) await once(response, 'drain', { signal: gone })
    },
    writeAndFlush(bytes) {
      return new Promise((resolve, reject) => {
        gone.throwIfAborted()
        const leave = () => reject(gone.reason)
        gone.addEventListener('abort', leave, { once: true })
        count(bytes)
        response.write(bytes, () => {
          gone.removeEventListener('abort', leave)
          resolve()
        })
      })
    },
    end(bytes = Buffer.alloc(0)) {
      count(bytes)
      response.end(bytes)
    },
    closeSocket() {
      close('emulator')
      response.socket?.end()
    },
    resetSocket() {
      close('emulator')
      resetSocket()
    },
  }
}
