import { z } from 'zod'

import type { LocalApiState } from '../local-api'

export const localApiRequests = {
  /** Reads how the local API stands, and follows it from then on. */
  readLocalApi: z.strictObject({}),
  /** Makes a new token; the one before is good for nothing from then on. */
  renewLocalApiToken: z.strictObject({}),
  clearLocalApiCalls: z.strictObject({}),
}

export interface LocalApiAnswers {
  readLocalApi: LocalApiState
  /** The only time that the token leaves main. */
  renewLocalApiToken: { readonly token: string }
  clearLocalApiCalls: void
}

export interface LocalApiEvents {
  localApi: LocalApiState
}
