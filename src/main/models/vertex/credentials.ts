/** What lets a request through at Google: a way to get the headers, never the secret itself. */
export interface VertexCredentials {
  readonly kind: 'api-key' | 'oauth'
  /** The project that the credentials belong to, when they name one. */
  readonly projectId?: string
  /** Who asks, as Google's roles call them, where that is known. */
  readonly member?: string
  /**
   * Authorisation headers for one request; a token is fetched when there is none that is still good.
   * Rejects with a `ModelFault` or a `TransportFault`.
   */
  readonly headers: () => Promise<Readonly<Record<string, string>>>
}
