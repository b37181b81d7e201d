import { z } from 'zod'

import { preferenceFields } from '#shared/requests/settings'

import { modelSettings } from '../models/model-settings'
import { type FileProblem, type FoundJson, type Json, putAside, readJson, writeJson } from './json-file'

/** Everything that the user has decided. Every field is optional, so that an odd one can be left out. */
const settings = z.object({
  /** The model of the picker. */
  modelId: z.string().optional(),
  /** The ids of connections that are no more, but still stand in conversations. */
  removedConnections: z.array(z.string()).optional(),
  ...z.object(preferenceFields).partial().shape,
  ...modelSettings.shape,
})

export type Settings = Readonly<z.infer<typeof settings>>

/** What the user should be told about the file. */
export type SettingsProblem =
  | FileProblem
  /** These values, for example `vertex.location`, make no sense. They stay in the file. */
  | { readonly kind: 'ignored'; readonly names: readonly string[] }

export interface SettingsStore {
  read(): Settings
  /**
   * Changes the given settings, those of a provider one by one; `undefined` takes one away. All else in the file stays as
   * the user wrote it. A file that cannot be read just then is not overwritten: the change holds until the app
   * quits, and is written with the next one. Throws when the disk refuses: then nothing is changed.
   */
  change(changes: Settings): void
  readonly problem: SettingsProblem | undefined
}

/** Opens the settings file. Never throws, and never destroys what the user wrote. */
export function openSettings(file: string, now: () => Date): SettingsStore {
  const found = readJson(file)
  let { known, problem } = understand(found)
  let unwritten: Settings = {}
  if (found.kind === 'damaged') problem = putAside(file, now())

  function change(changes: Settings): void {
    const waiting = merge(unwritten, changes)
    const latest = readJson(file)
    if (latest.kind === 'json') writeJson(file, merge(latest.json, waiting))
    unwritten = latest.kind === 'json' ? {} : waiting
    known = merge(known, changes)
  }

  return { read: () => known, change, problem }
}

function understand(found: FoundJson): { known: Settings; problem: SettingsProblem | undefined } {
  if (found.kind === 'damaged') return { known: {}, problem: undefined }
  if (found.kind === 'unreadable') return { known: {}, problem: found }
  const parsed = settings.safeParse(found.json)
  if (parsed.success) return { known: parsed.data, problem: undefined }
  const odd = parsed.error.issues.map(({ path }) => path.map(String))
  const names = [...new Set(odd.map((path) => path.join('.')))]
  return { known: settings.parse(odd.reduce(without, found.json)), problem: { kind: 'ignored', names } }
}

function without(json: Json, [name = '', ...deeper]: readonly string[]): Json {
  const { [name]: value, ...others } = json
  return deeper.length > 0 && isJson(value) ? { ...others, [name]: without(value, deeper) } : others
}

/** Objects are merged, everything else is replaced. */
function merge<Whole extends Json>(whole: Whole, changes: Json): Whole {
  const merged = Object.entries(changes).map(([name, value]) => {
    const before = whole[name]
    return [name, isJson(before) && isJson(value) ? merge(before, value) : value]
  })
  return { ...whole, ...Object.fromEntries(merged) }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
