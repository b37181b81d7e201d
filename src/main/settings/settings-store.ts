import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { z } from 'zod'

import { modelSettings } from '../models/model-settings'

/** Everything that the user has decided. Every field is optional, so that an odd one can be left out. */
const settings = z.object({
  /** The model of the picker. */
  modelId: z.string().optional(),
  /** A provider that is silent for so long, before or in a reply, is given up. */
  stallSeconds: z.number().min(5).max(3600).optional(),
  /** Whether a reply is finished when the last window closes. Otherwise it is stopped. */
  finishInBackground: z.boolean().optional(),
  ...modelSettings.shape,
})

export type Settings = Readonly<z.infer<typeof settings>>

/** What the user should be told about the file. */
export type SettingsProblem =
  /** It could not be understood at all, and is kept under this name. */
  | { readonly kind: 'set-aside'; readonly file: string }
  /** These values, for example `vertex.location`, make no sense. They stay in the file. */
  | { readonly kind: 'ignored'; readonly names: readonly string[] }
  /** It is there but cannot be read, or not be put aside. It stays as it is. */
  | { readonly kind: 'unreadable'; readonly detail: string }

export interface SettingsStore {
  read(): Settings
  /**
   * Changes the given settings, those of a provider one by one; `undefined` takes one away. All else in the file stays as
   * the user wrote it. A file that cannot be read just then is not overwritten: the change holds until the app
   * quits, and is written with the next one.
   */
  change(changes: Settings): void
  readonly problem: SettingsProblem | undefined
}

type Json = Readonly<Record<string, unknown>>

type Found =
  | { readonly kind: 'json'; readonly json: Json }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unreadable'; readonly detail: string }

/** Opens the settings file. Never throws, and never destroys what the user wrote. */
export function openSettings(file: string, now: () => Date): SettingsStore {
  const found = readJson(file)
  let { known, problem } = understand(found)
  let unwritten: Settings = {}
  if (found.kind === 'damaged') problem = putAside(file, now())

  function change(changes: Settings): void {
    known = merge(known, changes)
    unwritten = merge(unwritten, changes)
    const latest = readJson(file)
    if (latest.kind !== 'json') return
    writeAtomically(file, `${JSON.stringify(merge(latest.json, unwritten), null, 2)}\n`)
    unwritten = {}
  }

  return { read: () => known, change, problem }
}

function readJson(file: string): Found {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    return isMissing ? { kind: 'json', json: {} } : { kind: 'unreadable', detail: String(cause) }
  }
  try {
    // Notepad puts a byte-order mark first.
    const json = z.record(z.string(), z.unknown()).parse(JSON.parse(text.replace(/^\ufeff/, '')))
    return { kind: 'json', json }
  } catch {
    return { kind: 'damaged' }
  }
}

function understand(found: Found): { known: Settings; problem: SettingsProblem | undefined } {
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

function putAside(file: string, at: Date): SettingsProblem {
  const aside = `${file}.damaged-${at.toISOString().replaceAll(':', '-')}`
  try {
    renameSync(file, aside)
    return { kind: 'set-aside', file: aside }
  } catch (cause) {
    return { kind: 'unreadable', detail: String(cause) }
  }
}

/** A crash in the middle leaves either the old file or the new one, never half of one. */
function writeAtomically(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  writeFileSync(unfinished, text, { flush: true })
  renameSync(unfinished, file)
}
