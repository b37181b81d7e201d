import { win32 } from 'node:path'

import { z } from 'zod'

import { CONNECTION_ID } from '#shared/connection'
import type { PreferenceName, Preferences } from '#shared/preferences'
import { preferenceFields } from '#shared/requests/settings'

import { readJson } from './json-file'

/** What the administrator of this computer has decided. */
export interface Policy {
  /** Undefined when there is none. */
  readonly file: string | undefined
  readonly problem: PolicyProblem | undefined
  readonly values: Partial<Preferences>
  readonly hidden: readonly PreferenceName[]
  isFixed(name: PreferenceName): boolean
  readonly connections: ConnectionPolicy
}

export interface ConnectionPolicy {
  /** The ids of the providers that may be used; undefined when any may. Demo and recordings always may: they reach nobody. */
  readonly providers?: readonly string[] | undefined
  /** Connections that are there without the user's doing and that the user cannot change, by their ids. */
  readonly readyMade: Readonly<Record<string, ReadyMadeConnection>>
  /** Whether the user's own connections are left out. */
  readonly onlyReadyMade: boolean
}

export type PolicyProblem =
  | { readonly kind: 'broken' }
  /** These names or values make no sense. A setting that was to be fixed is fixed at its default. */
  | { readonly kind: 'ignored'; readonly names: readonly string[] }

/** The fields of its provider beside its name. None of them is secret. */
const readyMade = z.object({ provider: z.string() }).catchall(z.string())
export type ReadyMadeConnection = Readonly<z.infer<typeof readyMade>>

const ANY_CONNECTION: ConnectionPolicy = { readyMade: {}, onlyReadyMade: false }

/** Strict: a word that this version does not know may lock something. */
const policySchema = z.strictObject({
  settings: z.record(z.string(), z.unknown()).optional(),
  hidden: z.array(z.string()).optional(),
  connections: z
    .strictObject({
      providers: z.array(z.string()).optional(),
      readyMade: z.record(z.string(), readyMade).default({}),
      onlyReadyMade: z.boolean().default(false),
    })
    .optional(),
})

const NONE: Policy = {
  file: undefined,
  problem: undefined,
  values: {},
  hidden: [],
  isFixed: () => false,
  connections: ANY_CONNECTION,
}

/** What a file that cannot be understood is taken to fix, at its default: where prompts and keys may go, and who may use them. */
const FIXED_WHEN_BROKEN: readonly PreferenceName[] = [
  'proxyMode',
  'proxyAddress',
  'proxyBypass',
  'proxyUser',
  'pacAddress',
  'caFile',
  'storesKeysUnprotected',
  'localApi',
]

/** Whether there is such a provider, and such a field of its connections that everybody may read. */
export type KnowsProvider = (provider: string, field?: string) => boolean

/** Reads the policy once, at the start. Whoever may write the file may also restart the app. */
export function readPolicy(file: string, knows: KnowsProvider = () => true): Policy {
  const found = readJson(file)
  if (found.kind === 'json' && Object.keys(found.json).length === 0) return NONE
  const parsed = found.kind === 'json' ? policySchema.safeParse(found.json) : undefined
  if (!parsed?.success) return brokenPolicy(file)
  const { settings = {}, hidden = [], connections = ANY_CONNECTION } = parsed.data
  const known = Object.keys(settings).filter(isPreference)
  const values = known.flatMap((name) => {
    const { success, data } = preferenceFields[name].safeParse(settings[name])
    return success ? [[name, data] as const] : []
  })
  const odd = [
    ...Object.keys(settings).filter((name) => !values.some(([valid]) => valid === name)),
    ...hidden.filter((name) => !isPreference(name)),
    ...oddIn(connections, knows),
  ]
  return {
    file,
    problem: odd.length > 0 ? { kind: 'ignored', names: odd } : undefined,
    values: Object.fromEntries(values) as Partial<Preferences>,
    hidden: hidden.filter(isPreference),
    isFixed: (name) => known.includes(name),
    connections: { ...connections, readyMade: withIds(connections.readyMade) },
  }
}

function withIds(readyMade: ConnectionPolicy['readyMade']): ConnectionPolicy['readyMade'] {
  return Object.fromEntries(Object.entries(readyMade).filter(([id]) => CONNECTION_ID.test(id)))
}

/** Names in the connections that lead to nothing. */
function oddIn({ providers = [], readyMade }: ConnectionPolicy, knows: KnowsProvider): readonly string[] {
  const odd = Object.entries(readyMade).flatMap(([id, { provider, ...fields }]) => {
    const place = `connections.readyMade.${id}`
    if (!CONNECTION_ID.test(id)) return [place]
    if (!knows(provider)) return [`${place}.provider`]
    const own = Object.keys(fields).filter((name) => name !== 'name' && name !== 'defaultModel')
    return own.filter((name) => !knows(provider, name)).map((name) => `${place}.${name}`)
  })
  const unknown = providers.filter((provider) => !knows(provider))
  return [...unknown.map((provider) => `connections.providers.${provider}`), ...odd]
}

/** Nobody knows what it was to lock, so nothing but Demo and recordings may be used until it is repaired. */
function brokenPolicy(file: string): Policy {
  return {
    ...NONE,
    file,
    problem: { kind: 'broken' },
    isFixed: (name) => FIXED_WHEN_BROKEN.includes(name),
    connections: { providers: [], readyMade: {}, onlyReadyMade: true },
  }
}

function isPreference(name: string): name is PreferenceName {
  // Whether the first question was answered is the person's, not the computer's.
  return Object.hasOwn(preferenceFields, name) && name !== 'isWelcomed'
}

export interface PolicyPlace {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isPackaged: boolean
  readonly exists: (file: string) => boolean
}

/**
 * Where the system's administrator, and nobody else, may write. Whoever starts the app sets its environment, so a package
 * lets that lead nowhere; a build from source may be shown another file, so that a test need not write there.
 */
export function policyFile({ platform, env, isPackaged, exists }: PolicyPlace): string {
  const other = isPackaged ? undefined : env['NAGARE_POLICY']
  if (other !== undefined) return other
  if (platform === 'darwin') return '/Library/Application Support/Nagare/policy.json'
  if (platform !== 'win32') return '/etc/nagare/policy.json'
  const usual = win32.join('C:\\ProgramData', POLICY_ON_WINDOWS)
  const named = env['ProgramData']
  // Only a Windows that lies on another drive has its policy elsewhere.
  return named === undefined || exists(usual) ? usual : win32.join(named, POLICY_ON_WINDOWS)
}

const POLICY_ON_WINDOWS = win32.join('Nagare', 'policy.json')
