import type { FieldName } from '#shared/connection'

/** Where keys are kept: never in the settings file, and never in a window. */
export interface Secrets {
  read(connectionId: string, field: FieldName): string | undefined
  /** Undefined takes it away. */
  write(connectionId: string, field: FieldName, value: string | undefined): void
}
