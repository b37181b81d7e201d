import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import { cutBytes } from './cut-bytes'
import type { Exchange } from './exchange'
import type { Pace, StreamFault } from './fault'
import type { StreamFormat } from './stream-format'

export interface StreamReplyParts {
  readonly exchange: Exchange
  readonly format: StreamFormat
  /** The body of an error with that status. */
  readonly failure: (status: number) => unknown
}

export interface StreamedReply extends Pace {
  readonly chunks: readonly unknown[]
  readonly fault?: StreamFault
}

/** A reset makes the peer's system drop what its program has not read yet, so the program gets time to. */
const SETTLE_MS = 50

/** Answers 200 with the chunks of a script, at its pace, up to its fault. */
export async function streamReply(
  reply: StreamedReply,
  { exchange, format, failure }: StreamReplyParts,
): Promise<void> {
  const { fault, chunks, tcpBytes } = reply
  const wholeChunks = Math.min(fault?.afterChunks ?? chunks.length, chunks.length)
  if (reply.firstByteDelayMs) await sleep(reply.firstByteDelayMs, undefined, { signal: exchange.gone })
  if (fault?.kind === 'stall' && fault.afterChunks === 0) return until(exchange.gone)
  exchange.begin(200, { 'content-type': format.contentType })

  const wait = createPace(reply, exchange.gone)
  for (const [index, chunk] of chunks.slice(0, wholeChunks).entries()) {
    await wait(index)
    await writeCut(exchange, format.frame(format.toJson(chunk), index), tcpBytes)
  }
  if (fault)
    await breakOff(fault, { exchange, format, failure, index: wholeChunks, next: chunks[wholeChunks] })
  else exchange.end(Buffer.from(format.end(wholeChunks)))
}

interface BreakOffParts extends StreamReplyParts {
  /** How many frames went before. */
  readonly index: number
  /** The chunk whose turn it would be. */
  readonly next: unknown
}

async function breakOff(fault: StreamFault, parts: BreakOffParts): Promise<void> {
  const { exchange, format, failure, index, next = { unsaid: [] } } = parts
  switch (fault.kind) {
    case 'reset':
      await sleep(SETTLE_MS, undefined, { signal: exchange.gone })
      return exchange.resetSocket()
    case 'close':
      return exchange.closeSocket()
    case 'truncate':
      return exchange.end(Buffer.from(format.end(index)))
    case 'stall':
      return until(exchange.gone)
    case 'malformed': {
      const json = format.toJson(next)
      const frame = format.frame(json.slice(0, json.length / 2), index)
      return exchange.end(Buffer.from(frame + format.end(index + 1)))
    }
    case 'error-in-stream': {
      const json = format.toJson(fault.body ?? failure(fault.status))
      const frame = fault.bare ? json : format.frame(json, index)
      return exchange.end(Buffer.from(frame + format.end(index + 1)))
    }
  }
}

async function writeCut(exchange: Exchange, frame: string, tcpBytes?: number): Promise<void> {
  const pieces = cutBytes(Buffer.from(frame), tcpBytes)
  for (const [index, piece] of pieces.entries()) {
    if (index < pieces.length - 1) await exchange.writeAndFlush(piece)
    else await exchange.write(piece)
  }
}

/** Waits for the moment a chunk is due, counted from the first one, so that late timers do not add up. */
function createPace({ delayMs = 0 }: Pace, signal: AbortSignal): (index: number) => Promise<void> {
  let dueAt = performance.now()
  return async (index) => {
    if (index === 0) dueAt = performance.now()
    else dueAt += typeof delayMs === 'number' ? delayMs : delayMs(index)
    const ahead = dueAt - performance.now()
    if (ahead > 0) await sleep(ahead, undefined, { signal })
  }
}

async function until(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}
