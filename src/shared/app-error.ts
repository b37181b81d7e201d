/** Everything that can go wrong in normal use, as plain data so that it survives the bridge. */
export interface AppError {
  readonly code: AppErrorCode
  /** For the log and the curious: redacted, never shown as the sentence. The renderer words its own from `code`. */
  readonly detail: string
  /** What the sentence may name. Each is absent when nobody knew it. */
  readonly facts?: AppErrorFacts
}

export interface AppErrorFacts {
  readonly host?: string
  readonly modelId?: string
  /** The name of the connection, where the sentence should name it instead of Google. */
  readonly connection?: string
  /** The model that its provider proposes in the place of one that it has retired. */
  readonly successor?: string
  readonly location?: string
  readonly project?: string
  /** The API that is switched off, where it is not the model's own. */
  readonly api?: string
  /** The credentials file that was named in the settings or the environment. */
  readonly file?: string
  /** The service account that was to be acted as. */
  readonly account?: string
  /** Who was to act as it, as Google's roles call them: `user:…`, `serviceAccount:…`. */
  readonly member?: string
  /** What Google misses beside a model's own role: billing, or the role to name a project as the one that pays. */
  readonly lack?: 'billing' | 'project-role'
  readonly entraRefusal?: EntraRefusal
  /** What a token of Microsoft Entra ID must be for, as an address. */
  readonly resource?: string
  readonly status?: number
  /** Seconds that the provider asked to be left alone. */
  readonly retryAfterSeconds?: number
  /** Seconds without a byte after which the request was given up. */
  readonly silentSeconds?: number
  /** What today took, where that is as much as the user wanted to spend. */
  readonly spent?: number
  readonly limit?: number
  /** What `spent` and `limit` count. */
  readonly unit?: 'tokens' | 'dollars'
}

/** What Microsoft Entra ID did not like. */
export type EntraRefusal = 'wrong-secret' | 'expired-secret' | 'unknown-client' | 'unknown-tenant' | 'other'

export type AppErrorCode =
  /** The window asked for something that the contract does not know. A bug of ours. */
  | 'bad-request'
  /** No key, no service account and no login were found. */
  | 'missing-credentials'
  | 'missing-project'
  /** The credentials were found, but no token could be had for them. */
  | 'rejected-credentials'
  /** The login is good, and may not act as the service account that is named in the settings. */
  | 'impersonation-denied'
  /** Microsoft Entra ID gave no token for the client's secret. */
  | 'entra-refused'
  /** A pasted token of Microsoft Entra ID is no longer taken. */
  | 'token-expired'
  /** No network, or no way to the host. */
  | 'offline'
  | 'connection-refused'
  | 'host-not-found'
  | 'tls-failed'
  | 'proxy-failed'
  /** A host answers, but as nothing that the provider's servers would be: the connection's address leads elsewhere. */
  | 'wrong-address'
  /** 400 */
  | 'request-refused'
  /** 401 */
  | 'key-refused'
  /** 403: the API is switched off in the project. */
  | 'api-disabled'
  /** 403: the role is missing. */
  | 'permission-denied'
  /** 404 */
  | 'model-not-found'
  /** 429 */
  | 'rate-limited'
  /** The account has no money left, or has reached the limit that its owner set. */
  | 'no-credit'
  /** The user wanted to be asked before more than that is spent in a day. Nobody was asked for an answer. */
  | 'day-limit'
  /** 5xx */
  | 'provider-failed'
  /** The connection broke in mid-reply. */
  | 'connection-reset'
  /** What came was not what the protocol says. */
  | 'malformed-stream'
  /** The stream ended without a finish reason, or the app or computer went away in mid-reply. */
  | 'interrupted'
  /** No bytes for too long. */
  | 'stalled'
  /** The provider finished without a word. */
  | 'empty-reply'
  /** The disk refused to keep the prompt, so nobody was asked. */
  | 'not-kept'
  /** What is typed and not sent could not be written down. */
  | 'draft-not-kept'
  | 'unexpected'
