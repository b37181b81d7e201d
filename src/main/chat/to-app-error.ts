import type { AppError, AppErrorCode, AppErrorFacts } from '#shared/app-error'
import { assertNever } from '#shared/assert-never'

import { type ModelFault, toModelFault } from '../models/model-fault'
import { present } from '../models/present'
import { isOutOfCredit } from '../transport/out-of-credit'
import { redactBriefly } from '../transport/redact'
import { toTransportFault, type TransportFault } from '../transport/transport-fault'

/** Sorts whatever ended a reply into an error that the window has a sentence for. Done here and nowhere else. */
export function toAppError(cause: unknown, about: AppErrorFacts): AppError {
  const modelFault = toModelFault(cause)
  if (modelFault !== undefined) {
    const facts = { ...about, ...factsOfModelFault(modelFault) }
    return { code: codeOfModelFault(modelFault), detail: detailOfModelFault(modelFault), facts }
  }
  const fault = toTransportFault(cause)
  if (fault !== undefined) {
    return {
      code: codeOfTransportFault(fault),
      detail: messageOf(fault),
      facts: { ...about, ...factsOf(fault) },
    }
  }
  return { code: 'unexpected', detail: redactBriefly(String(cause)), facts: about }
}

function codeOfModelFault(fault: ModelFault): AppErrorCode {
  switch (fault.kind) {
    case 'unknown-model':
      return 'model-not-found'
    case 'missing-credentials':
    case 'missing-project':
    case 'api-disabled':
    case 'rejected-credentials':
    case 'impersonation-denied':
    case 'entra-refused':
    case 'token-expired':
    case 'wrong-address':
      return fault.kind
    default:
      return assertNever(fault)
  }
}

function detailOfModelFault(fault: ModelFault): string {
  if ('detail' in fault) return fault.detail
  if (fault.kind === 'missing-credentials') return fault.file ?? fault.kind
  return fault.kind
}

function factsOfModelFault(fault: ModelFault): AppErrorFacts {
  if (fault.kind === 'impersonation-denied') {
    const { account, member } = fault
    return { account, ...(member === undefined ? {} : { member }) }
  }
  if (fault.kind === 'token-expired') return { resource: fault.resource }
  if (fault.kind === 'wrong-address') return { host: fault.host }
  if (fault.kind === 'api-disabled') return { api: fault.api }
  return fault.kind === 'entra-refused' ? { entraRefusal: fault.refusal } : {}
}

function codeOfTransportFault(fault: TransportFault): AppErrorCode {
  switch (fault.kind) {
    case 'refused':
      return 'connection-refused'
    case 'dns':
      return 'host-not-found'
    case 'unreachable':
      return 'offline'
    case 'tls':
      return 'tls-failed'
    case 'proxy':
      return 'proxy-failed'
    case 'reset':
      return 'connection-reset'
    case 'suspended':
      return 'interrupted'
    case 'redirected':
      return 'wrong-address'
    case 'unknown':
      return fault.bytesReceived > 0 ? 'connection-reset' : 'unexpected'
    case 'no-headers':
    case 'stalled':
      return 'stalled'
    case 'malformed':
      return 'malformed-stream'
    case 'status':
    case 'error-in-stream':
      return isOutOfCredit(fault) ? 'no-credit' : codeOfStatus(fault.status, fault.providerReason)
    default:
      return assertNever(fault)
  }
}

/** Google's finer reasons. Source: google.rpc.ErrorInfo of the API's errors. */
const CODE_BY_REASON: Readonly<Record<string, AppErrorCode>> = {
  API_KEY_INVALID: 'key-refused',
  SERVICE_DISABLED: 'api-disabled',
  BILLING_DISABLED: 'no-credit',
}

const CODE_BY_STATUS: Readonly<Record<number, AppErrorCode>> = {
  401: 'key-refused',
  403: 'permission-denied',
  404: 'model-not-found',
  429: 'rate-limited',
}

function codeOfStatus(status: number | undefined, reason: string | undefined): AppErrorCode {
  if (reason !== undefined && Object.hasOwn(CODE_BY_REASON, reason))
    return CODE_BY_REASON[reason] ?? 'unexpected'
  if (status === undefined || status >= 500) return 'provider-failed'
  return CODE_BY_STATUS[status] ?? 'request-refused'
}

const LACK_BY_REASON: ReadonlyMap<string, NonNullable<AppErrorFacts['lack']>> = new Map([
  ['BILLING_DISABLED', 'billing'],
  ['USER_PROJECT_DENIED', 'project-role'],
])

function lackOf(fault: TransportFault): Pick<AppErrorFacts, 'lack'> {
  const reason = 'providerReason' in fault ? fault.providerReason : undefined
  return present({ lack: reason === undefined ? undefined : LACK_BY_REASON.get(reason) })
}

function factsOf(fault: TransportFault): AppErrorFacts {
  return {
    host: fault.host,
    ...lackOf(fault),
    ...('status' in fault && fault.status !== undefined ? { status: fault.status } : {}),
    ...('retryAfterSeconds' in fault && fault.retryAfterSeconds !== undefined
      ? { retryAfterSeconds: fault.retryAfterSeconds }
      : {}),
    ...('silentSeconds' in fault ? { silentSeconds: fault.silentSeconds } : {}),
  }
}

function messageOf(fault: TransportFault): string {
  const words = 'providerMessage' in fault ? fault.providerMessage : undefined
  return words ?? fault.kind
}
