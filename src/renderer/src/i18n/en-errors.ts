import type { AppErrorCode } from '#shared/app-error'

/** What happened, then what to do next. A code without words does not compile. */
export const errors = {
  'bad-request': 'The app asked for something it should not have asked for. Please report this as a bug.',
  'missing-credentials':
    'No Google login was found on this computer. Run “gcloud auth application-default login” in a terminal, then try again.',
  'missing-project':
    'No Google Cloud project is set. Enter its ID in the settings under Connections, then try again.',
  'rejected-credentials':
    'Google did not accept the login on this computer; it may have expired. Run “gcloud auth application-default login” in a terminal, then try again.',
  'impersonation-denied':
    'Your login is good, but may not act as the service account {account}, or there is no such account. It lacks the role roles/iam.serviceAccountTokenCreator there. Run “{command}” in a terminal, or ask your administrator to, wait a minute, then try again.',
  'entra-refused':
    'Microsoft Entra ID gave no token. Check the tenant ID, client ID and client secret in the settings under Connections, then try again.',
  'token-expired':
    'The Microsoft Entra ID token has expired or is not valid. Get a new one with “az account get-access-token --resource {resource}”, paste it in the settings under Connections, then try again.',
  offline:
    'This computer has no way to {host, select, none {the server} other {{host}}} just now. Check your network connection, then try again.',
  'connection-refused':
    '{host, select, none {The server} other {{host}}} did not accept the connection. Check that the address is right and the server is running, then try again.',
  'host-not-found':
    '{host, select, none {The server} other {{host}}} could not be found. Check your internet connection, then try again.',
  'tls-failed':
    'No secure connection to {host, select, none {the server} other {{host}}} was possible: its certificate is not trusted here. On a company network, ask your administrator for the company certificate, install it, then try again.',
  'proxy-failed':
    'The proxy did not let the request through. Check the proxy settings of this computer, then try again.',
  'wrong-address':
    '{host, select, none {The server} other {{host}}} answers, but not as a model provider would. Check the address in the settings under Connections, then try again.',
  'request-refused':
    '{modelId, select, none {The model} other {{modelId}}} refused the request as invalid. A shorter prompt or another model may work.',
  'key-refused':
    'The provider does not accept this key or login. Check that it is still valid, then try again.',
  'api-disabled':
    'The Vertex AI API is switched off in {project, select, none {your project} other {the project {project}}}. Enable it in the Google Cloud console, wait a minute, then try again.',
  'permission-denied':
    'Your account may not use models in {project, select, none {this project} other {the project {project}}}. Ask for the role “Vertex AI User”, then try again.',
  'model-not-found':
    '{location, select, none {{modelId, select, none {This model} other {{modelId}}} is not available to you} other {{modelId, select, none {This model} other {{modelId}}} is not available in {location}}}. Choose another model above, then try again.',
  'no-credit':
    'The account behind this key has no credit left, or has reached its spending limit. Add credit on the billing page of the provider, then try again.',
  'day-limit':
    'Today’s answers took as much as you allow for a day, so nothing was sent. Choose “Go on today” to send it all the same, or change the limit in Settings → Chat.',
  'rate-limited':
    'The provider is receiving too many requests just now. {seconds, plural, =0 {Wait a moment} one {Wait # second} other {Wait # seconds}}, then try again.',
  'provider-failed': 'The provider has a problem of its own just now. Wait a moment, then try again.',
  'connection-reset': 'The connection broke before the answer began. Check your connection, then try again.',
  'malformed-stream':
    'The answer arrived in a form the app does not understand. If trying again does not help, please report it.',
  interrupted:
    'This answer was cut before its first word: the app or the computer went away, or the stream ended too early. Try again.',
  stalled:
    '{seconds, plural, =0 {Nothing arrived for a long time} one {Nothing arrived for # second} other {Nothing arrived for # seconds}}, so the app stopped waiting. Try again.',
  'empty-reply': 'The model finished without saying anything. Try again, or put the question differently.',
  'draft-not-kept':
    'What you are typing could not be saved. Free some disk space; it is tried again as you type. Until then, copy it somewhere before you quit.',
  'not-kept':
    'Your words could not be saved on this computer, so they were not sent. Free some disk space, then try again.',
  unexpected: 'Something went wrong that the app did not foresee. Try again.',
} as const satisfies Record<AppErrorCode, string>

/** The same, where words had arrived that can be continued. */
export const cut = {
  offline:
    'This computer has no way to {host, select, none {the server} other {{host}}} just now. What arrived is kept. Check your network connection, then continue.',
  'host-not-found':
    '{host, select, none {The server} other {{host}}} could not be found. What arrived is kept. Check your internet connection, then continue.',
  'tls-failed':
    'No secure connection to {host, select, none {the server} other {{host}}} was possible: its certificate is not trusted here. What arrived is kept. On a company network, ask your administrator for the company certificate, install it, then continue.',
  'rate-limited':
    'The provider is receiving too many requests just now. What arrived is kept. {seconds, plural, =0 {Wait a moment} one {Wait # second} other {Wait # seconds}}, then continue.',
  'connection-reset':
    'The connection broke in the middle of the answer. What arrived is kept. Check your connection, then continue.',
  'malformed-stream':
    'The answer went on in a form the app does not understand. What arrived is kept. Continue, or try again; if neither helps, please report it.',
  'provider-failed':
    'The provider had a problem of its own in the middle of the answer. What arrived is kept. Wait a moment, then continue.',
  interrupted:
    'This answer was cut: the app or the computer went away, or the stream ended too early. What arrived is kept. Continue from the last word, or try again for a new answer.',
  stalled:
    '{seconds, plural, =0 {Nothing arrived for a long time} one {Nothing arrived for # second} other {Nothing arrived for # seconds}}, so the app stopped waiting. What arrived is kept. Continue from the last word, or try again.',
} as const satisfies Partial<Record<AppErrorCode, string>>

/** The same, where a credentials file was named: a login would not be used. */
export const ofFile = {
  'missing-credentials':
    'The credentials file {file} could not be used. Check that it exists and is a Google credentials file, then try again.',
  'rejected-credentials':
    'Google did not accept the credentials file {file}; its key may have been deleted. Create a new key, save it as this file, then try again.',
} as const satisfies Partial<Record<AppErrorCode, string>>
