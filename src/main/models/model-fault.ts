import type { EntraRefusal } from '#shared/app-error'

import { walkCauses } from '../transport/walk-causes'

/** Why no model could be opened, as plain data. What happens on the way to the provider is a `TransportFault`. */
export type ModelFault =
  | { readonly kind: 'unknown-model'; readonly modelId: string }
  /** `file` names the credentials file that was asked for and could not be used. */
  | { readonly kind: 'missing-credentials'; readonly file?: string }
  | { readonly kind: 'missing-project' }
  /** Another server, or another page of the right one, answered at the connection's address; `detail` is redacted. */
  | { readonly kind: 'wrong-address'; readonly host: string; readonly detail: string }
  /** On the way to a token: this API is switched off in the project. `detail` is redacted. */
  | { readonly kind: 'api-disabled'; readonly api: string; readonly detail: string }
  /** Credentials were found and no token could be had for them; `detail` is redacted. */
  | { readonly kind: 'rejected-credentials'; readonly detail: string }
  /** The login, `member` where it is known, is good, and may not act as this service account; `detail` is redacted. */
  | {
      readonly kind: 'impersonation-denied'
      readonly account: string
      readonly member?: string
      readonly detail: string
    }
  /** Microsoft Entra ID gave no token; `detail` is its status and code. */
  | { readonly kind: 'entra-refused'; readonly refusal: EntraRefusal; readonly detail: string }
  /** A token that somebody pasted for `resource` is no longer taken; `detail` is redacted. */
  | { readonly kind: 'token-expired'; readonly resource: string; readonly detail: string }

interface ModelError extends Error {
  readonly modelFault: ModelFault
}

export function modelError(fault: ModelFault): Error {
  return Object.assign(new Error(fault.kind), { modelFault: fault } satisfies Omit<ModelError, keyof Error>)
}

/** The fault that lies under an error, however deep; undefined when the error is another's. */
export function toModelFault(cause: unknown): ModelFault | undefined {
  for (const error of walkCauses(cause)) if (isModelError(error)) return error.modelFault
  return undefined
}

function isModelError(error: Error): error is ModelError {
  return 'modelFault' in error
}
