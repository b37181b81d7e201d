/** Ids of the providers that reach no network: what is prepared, and what is repeated. So nobody bills for them. */
export const OFFLINE_PROVIDERS: readonly string[] = ['demo', 'recording']

/** Whether a model is of one of them; `modelId` is `connection/model`, and each has one connection, named like it. */
export function isOffline(modelId: string): boolean {
  return OFFLINE_PROVIDERS.some((id) => modelId.startsWith(`${id}/`))
}
