import type { AppError } from './app-error'

/** One after the other, as a request travels. A provider without a token or an API to switch on leaves those out. */
export type TestStepName =
  'credentials' | 'token' | 'network' | 'api' | 'permission' | 'model' | 'first-token'

export type TestStep = { readonly name: TestStepName } & (
  | { readonly status: 'waiting' | 'running' | 'not-reached' }
  /** `ms` is how long the check took that proved it; steps that one answer proved share it. */
  | { readonly status: 'passed'; readonly ms: number; readonly detail?: string }
  | { readonly status: 'failed'; readonly ms: number; readonly error: AppError; readonly fix?: Fix }
)

/** What the user can do outside of the app. */
export interface Fix {
  /** To be pasted into a terminal. */
  readonly command?: string
  readonly page?: string
}

/** All steps, as they stand now. */
export interface ConnectionTestEvent {
  readonly testId: string
  readonly steps: readonly TestStep[]
}
