import { z } from 'zod'

import type { UpdateState } from '../update'

export const updateRequests = {
  /** Reads where an update stands, and follows it from then on. */
  readUpdate: z.strictObject({}),
  checkForUpdate: z.strictObject({}),
  /** Downloads what was found, and verifies it. */
  downloadUpdate: z.strictObject({}),
  /** Installs what was downloaded and starts it, once no answer is being written. */
  installUpdate: z.strictObject({}),
  /** Of everything that is bundled. */
  readLicenses: z.strictObject({}),
}

export interface UpdateAnswers {
  readUpdate: UpdateState
  checkForUpdate: void
  downloadUpdate: void
  installUpdate: void
  readLicenses: { readonly licenses: readonly License[] }
}

export interface UpdateEvents {
  update: UpdateState
  /** From the native menu. */
  openUpdates: Readonly<Record<string, never>>
}

export interface License {
  readonly name: string
  readonly version: string
  /** As SPDX has it, such as `MIT`; empty when the library does not say. */
  readonly identifier: string
  /** Empty when the library came without one. */
  readonly text: string
}
