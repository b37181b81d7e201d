/** What goes wrong. `afterChunks` counts the chunks that arrive whole before it does. */
export type Fault = StatusFault | StreamFault

/** An answer other than 200. Without a body it is the one that the provider documents for that status. */
export interface StatusFault {
  readonly kind: 'status'
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type StreamFault =
  /** TCP RST. */
  | { readonly kind: 'reset'; readonly afterChunks: number }
  /** TCP FIN in mid-body, without the terminating chunk of HTTP. */
  | { readonly kind: 'close'; readonly afterChunks: number }
  /** A correct end of the HTTP body, with no finish reason ever sent. */
  | { readonly kind: 'truncate'; readonly afterChunks: number }
  /** Silence until the client gives up; after 0 chunks even the headers stay away. */
  | { readonly kind: 'stall'; readonly afterChunks: number }
  /** Half of the next chunk's JSON, framed as if it were whole, then a correct end. */
  | { readonly kind: 'malformed'; readonly afterChunks: number }
  /** An error object after a 200, then a correct end. `bare` leaves out `data: ` in an event stream. */
  | {
      readonly kind: 'error-in-stream'
      readonly afterChunks: number
      readonly status: number
      readonly body?: unknown
      readonly bare?: boolean
    }

/** How an answer travels. */
export interface Pace {
  /** Between two chunks; a function is asked for the wait before the chunk with that index (1, 2, …). */
  readonly delayMs?: number | ((index: number) => number)
  /** Before the headers. */
  readonly firstByteDelayMs?: number
  /** Bytes per TCP write. By default a chunk with multi-byte characters is cut inside one of them. */
  readonly tcpBytes?: number
}
