import type { AppErrorCode } from '#shared/app-error'

/** Failures of a connection that is not Google's login: they name it. */
export const ofConnection = {
  'missing-credentials':
    'The connection “{connection}” is not complete: a key or an address is missing. Add it in the settings under Connections, then try again.',
  'rejected-credentials':
    '“{connection}” did not accept the login. Enter it anew in the settings under Connections, then try again.',
  'key-refused':
    '“{connection}” did not accept the key. It may have been deleted or mistyped. Enter a valid one in the settings under Connections, then try again.',
  'no-credit':
    'The account of “{connection}” has no credit left, or has reached its spending limit. Add credit on the billing page of the provider, then try again.',
  'permission-denied':
    'The key of “{connection}” may not use {modelId, select, none {this model} other {{modelId}}}. Ask whoever made it for more rights, or choose another model.',
  'api-disabled':
    'The service behind “{connection}” is switched off for your project. Switch it on with the provider, then try again.',
  'model-not-found':
    '“{connection}” has no model {modelId, select, none {of that name} other {{modelId}}}. Choose another model above, then try again.',
} as const satisfies Partial<Record<AppErrorCode, string>>

export const retired = {
  sentence:
    '{modelId} has been retired by its provider. Choose its successor {successor} above, then try again.',
} as const
