import type { TransportFault } from '../transport-fault'

/** One answer of a provider as it came over the network. Times are milliseconds since the request was sent. */
export interface Recording {
  readonly header: RecordingHeader
  readonly chunks: readonly RecordedChunk[]
  readonly ending: RecordedEnding
}

export interface RecordingHeader {
  /** As in a model's id: it says whose parser can read the bytes. */
  readonly provider: string
  readonly model: string
  readonly host: string
  /** Without query, which may hold a key. */
  readonly path: string
  /** ISO 8601, UTC. */
  readonly recordedAt: string
  /** Absent when no answer ever began. */
  readonly response?: RecordedResponse
}

export interface RecordedResponse {
  readonly at: number
  readonly status: number
  readonly contentType: string
}

export interface RecordedChunk {
  readonly at: number
  readonly bytes: Uint8Array
}

export type RecordedEnding =
  | { readonly at: number; readonly end: 'complete' }
  /** Whoever asked no longer wanted the answer. */
  | { readonly at: number; readonly end: 'cancelled' }
  | { readonly at: number; readonly end: 'fault'; readonly fault: TransportFault }
  /** The recording stops here, because the app did. Never written. */
  | { readonly at: number; readonly end: 'broken-off' }
