import type { TransportFault } from '../transport-fault'

/** One answer of a provider as it came over the network. Times are milliseconds since the request was sent. */
export interface Recording {
  readonly header: RecordingHeader
  readonly chunks: readonly RecordedChunk[]
  readonly ending: RecordedEnding
}

/** Whose answer it is. */
export interface RecordedSubject {
  /** The kind of provider, such as `vertex`: it says whose class can read the bytes. */
  readonly provider: string
  readonly model: string
  /** How the bytes are to be read, such as `chat-completions`. Absent in recordings of the first version of the app. */
  readonly wire?: string
}

export interface RecordingHeader extends RecordedSubject {
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
