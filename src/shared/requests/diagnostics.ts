import { z } from 'zod'

export const diagnosticsRequests = {
  /** What a developer would ask for, as Markdown: read by the user before it is given to anybody. */
  readDiagnostics: z.strictObject({}),
  openLogFolder: z.strictObject({}),
}

export interface DiagnosticsAnswers {
  readDiagnostics: { readonly text: string }
  openLogFolder: OpenedLogFolder
}

export interface OpenedLogFolder {
  /** Whether the system has a program that shows folders. */
  readonly isOpen: boolean
  readonly folder: string
}
