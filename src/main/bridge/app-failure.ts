import type { AppErrorCode } from '#shared/app-error'

interface AppFailure extends Error {
  readonly appErrorCode: AppErrorCode
}

/** A failure that a handler expects and the window has a sentence for. */
export function appFailure(code: AppErrorCode, cause: unknown): Error {
  return Object.assign(new Error(String(cause), { cause }), { appErrorCode: code })
}

export function codeOfFailure(cause: unknown): AppErrorCode {
  return cause instanceof Error && 'appErrorCode' in cause ? (cause as AppFailure).appErrorCode : 'unexpected'
}
