import type { SecretState } from './secret'

/** The API that other programs on this computer may use, as the settings show it. */
export interface LocalApiState {
  readonly status: LocalApiStatus
  /** How its token is kept; undefined while there is none, and nobody is let in. */
  readonly token: SecretState | undefined
  /** The latest requests, oldest first. */
  readonly calls: readonly LocalApiCall[]
}

export type LocalApiStatus =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly problem: 'port-in-use' | 'port-refused' | 'unexpected' }

/** One request, without a word of what was asked or answered. */
export interface LocalApiCall {
  readonly id: number
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly method: string
  /** One of the paths that there are; `other` for everything else. */
  readonly path: string
  /** Of HTTP. 499: the client hung up. */
  readonly status: number
  readonly modelId?: string
  readonly milliseconds: number
  /** UTF-16 units that were answered. */
  readonly answered: number
}
