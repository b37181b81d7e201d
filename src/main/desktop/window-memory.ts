import { z } from 'zod'

import { readJson, writeJson } from '../settings/json-file'

const size = z.int().min(100).max(100_000)
const place = z.object({ x: z.int(), y: z.int(), width: size, height: size })

const state = z.object({
  /** When it is neither maximised nor the whole screen. */
  bounds: place.optional(),
  isMaximized: z.boolean().optional(),
  isFullScreen: z.boolean().optional(),
})

/** How the last window stood. */
export type WindowState = Readonly<z.infer<typeof state>>

export interface WindowMemory {
  read(): WindowState
  keep(state: WindowState): void
}

/** A file that cannot be used costs the place, and nothing else: windows then open in the usual one. */
export function openWindowMemory(file: string, onFailure: (cause: unknown) => void): WindowMemory {
  return {
    read: () => {
      const found = readJson(file)
      const parsed = found.kind === 'json' ? state.safeParse(found.json) : undefined
      return parsed?.success === true ? parsed.data : {}
    },
    keep: (next) => {
      try {
        writeJson(file, next)
      } catch (cause) {
        onFailure(cause)
      }
    },
  }
}
