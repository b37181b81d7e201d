import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { z } from 'zod'

import { modelSettings } from '../models/model-settings'

/** Everything that the user has decided, as the file holds it. Unknown keys are kept for a newer version of the app. */
const settings = z.looseObject({
  /** The model of the picker. */
  modelId: z.string().optional(),
  /** A provider that is silent for so long in mid-reply is given up. */
  stallSeconds: z.number().min(5).max(3600).optional(),
  /** Whether a reply is finished when the last window closes. Otherwise it is stopped. */
  finishInBackground: z.boolean().optional(),
  ...modelSettings.shape,
})

export type Settings = Readonly<z.infer<typeof settings>>

export type SettingsStore = ReturnType<typeof openSettings>

/**
 * Opens the settings file. One that cannot be understood is put aside under another name, never
 * overwritten; `setAside` then holds that name.
 */
export function openSettings(file: string, now: () => Date) {
  const setAside = putAsideIfDamaged(file, now)
  let current = readSettings(file) ?? {}

  function change(changes: Partial<Settings>): void {
    current = { ...current, ...changes }
    writeAtomically(file, `${JSON.stringify(current, null, 2)}\n`)
  }

  return { read: (): Settings => current, change, setAside }
}

function readSettings(file: string): Settings | undefined {
  if (!existsSync(file)) return {}
  try {
    return settings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Not JSON, or not settings: the caller puts the file aside and says so.
    return undefined
  }
}

function putAsideIfDamaged(file: string, now: () => Date): string | undefined {
  if (readSettings(file) !== undefined) return undefined
  const aside = `${file}.damaged-${now().toISOString().replaceAll(':', '-')}`
  renameSync(file, aside)
  return aside
}

/** A crash in the middle leaves either the old file or the new one, never half of one. */
function writeAtomically(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  writeFileSync(unfinished, text, { flush: true })
  renameSync(unfinished, file)
}
