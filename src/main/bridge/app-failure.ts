import type { AppError, AppErrorCode, AppErrorFacts } from '#shared/app-error'

interface AppFailure extends Error {
  readonly appErrorCode: AppErrorCode
  readonly appErrorFacts: AppErrorFacts | undefined
}

/** A failure that a handler expects and the window has a sentence for. */
export function appFailure(code: AppErrorCode, cause: unknown, facts?: AppErrorFacts): Error {
  return Object.assign(new Error(String(cause), { cause }), { appErrorCode: code, appErrorFacts: facts })
}

/** What the window is told of it, but for the detail. */
export function readFailure(cause: unknown): Pick<AppError, 'code' | 'facts'> {
  if (!(cause instanceof Error) || !('appErrorCode' in cause)) return { code: 'unexpected' }
  const { appErrorCode: code, appErrorFacts: facts } = cause as AppFailure
  return facts === undefined ? { code } : { code, facts }
}
