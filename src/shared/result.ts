import type { AppError } from './app-error'

/** Electron keeps only the message of a rejected `invoke`, so failures are returned, never thrown. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppError }
