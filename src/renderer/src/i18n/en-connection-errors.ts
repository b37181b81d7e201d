import type { AppErrorCode, AppErrorFacts, EntraRefusal } from '#shared/app-error'

/** Failures of a connection that is not Google's login: they name it. */
export const ofConnection = {
  'missing-credentials':
    'The connection “{connection}” is not complete: a key or an address is missing. Add it in the settings under Connections, then try again.',
  'rejected-credentials':
    '“{connection}” did not accept the login. Enter it anew in the settings under Connections, then try again.',
  'token-expired':
    'The Microsoft Entra ID token of “{connection}” has expired or is not valid; such a token lasts about an hour. Get a new one with “az account get-access-token --resource {resource}” and paste it in the settings under Connections, or enter a client ID and secret there, which renew it by themselves.',
  'wrong-address':
    '{host} answers, but not as “{connection}” should: its address is probably wrong or not complete. Check it in the settings under Connections (that of many servers ends with “/v1”), then try again.',
  'key-refused':
    '“{connection}” did not accept the key. It may have been deleted or mistyped. Enter a valid one in the settings under Connections, then try again.',
  'no-credit':
    'The account of “{connection}” has no credit left, or has reached its spending limit. Add credit on the billing page of the provider, then try again.',
  'permission-denied':
    'The key of “{connection}” may not use {modelId, select, none {this model} other {{modelId}}}. Ask whoever made it for more rights, or choose another model.',
  'api-disabled':
    'The API behind “{connection}” is switched off in your project. Switch it on in the provider’s console, wait a minute, then try again.',
  'model-not-found':
    '“{connection}” has no model {modelId, select, none {of that name} other {{modelId}}}. Choose another model above, then try again.',
} as const satisfies Partial<Record<AppErrorCode, string>>

/** What Microsoft Entra ID did not like about a client's login. */
export const entra = {
  'wrong-secret':
    'Microsoft Entra ID does not accept the client secret of “{connection}”. Enter the secret’s value, not its ID, in the settings under Connections, then try again.',
  'expired-secret':
    'The client secret of “{connection}” has expired. Make a new one under “Certificates & secrets” of the application in Microsoft Entra, enter it in the settings under Connections, then try again.',
  'unknown-client':
    'Microsoft Entra ID knows no application with the client ID of “{connection}” in this tenant. Check the client ID and the tenant ID in the settings under Connections, then try again.',
  'unknown-tenant':
    'Microsoft Entra ID knows no tenant with the ID of “{connection}”. Check the tenant ID and, in a sovereign cloud, the sign-in address in the settings under Connections, then try again.',
  other:
    'Microsoft Entra ID gave no token to “{connection}”. Ask your administrator whether the application may sign in, check its IDs and its secret in the settings under Connections, then try again.',
} as const satisfies Record<EntraRefusal, string>

/** An API that a login needs, beside the model's own. */
export const apiOff = {
  sentence:
    'The API {api} is switched off in {project, select, none {your project} other {the project {project}}}, and the login of this connection needs it. Enable it in the Google Cloud console, wait a minute, then try again.',
} as const

/** What Google misses beside a model's own role. */
export const lacking = {
  billing:
    'Billing is switched off in {project, select, none {your project} other {the project {project}}}. Link a billing account to it in the Google Cloud console, wait a minute, then try again.',
  'project-role':
    'Your account may not have {project, select, none {this project} other {the project {project}}} pay for its requests. Ask for the role “Service Usage Consumer” there, then try again.',
} as const satisfies Record<NonNullable<AppErrorFacts['lack']>, string>

/** A connection whose provider has none, or cannot be asked, and for which none was written down. */
export const noModel = {
  sentence:
    '“{connection}” has no model yet. Load one where its models run, or enter the name of one in the settings under Connections, then try again.',
} as const

export const retired = {
  sentence:
    '{modelId} has been retired by its provider. Choose its successor {successor} above, then try again.',
} as const
