import { z } from 'zod'

import { FRAME } from '../stack-frames'

export const diagnosticsRequests = {
  /** What a developer would ask for, as Markdown: read by the user before it is given to anybody. */
  readDiagnostics: z.strictObject({}),
  openLogFolder: z.strictObject({}),
  /** What broke in a page, for the log: the kind of the error and its places in the program, and no words that a page could choose. */
  reportFailure: z.strictObject({
    place: z.literal(['window', 'promise']),
    kind: z.string().regex(/^[\w.-]{1,60}$/),
    frames: z.array(z.string().max(260).regex(FRAME)).max(12),
  }),
}

export interface DiagnosticsAnswers {
  readDiagnostics: { readonly text: string }
  openLogFolder: OpenedLogFolder
  reportFailure: void
}

export interface OpenedLogFolder {
  /** Whether the system has a program that shows folders. */
  readonly isOpen: boolean
  readonly folder: string
}
