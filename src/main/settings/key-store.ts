import { z } from 'zod'

import type { SecretKeeping, SecretState } from '#shared/secret'

import { secretsOfHeaders } from '../models/custom-headers'
import { rememberSecret } from '../transport/known-secrets'
import type { Cipher } from './cipher'
import { type FileProblem, type Json, putAside, readJson, writeJson } from './json-file'

/** Keeps what no window may see. A secret goes nowhere but into a provider's or a proxy's request. */
export interface KeyStore {
  /** Decrypts what is stored. Until then, `read` knows only what was written in this run. */
  load(): Promise<void>
  read(owner: string, field: string): string | undefined
  /** Holds at once, and is on the disk when `settled` resolves. Undefined takes the secret away. */
  write(owner: string, field: string, value: string | undefined): void
  /** Rejects when the disk refused; the secrets then hold for this run. */
  settled(): Promise<void>
  /** Every secret by `owner/field`. */
  states(): Readonly<Record<string, SecretState>>
  /** Keeps all secrets again, since the user decided anew about those that nothing protects. */
  keepAgain(): void
  readonly problem: FileProblem | undefined
}

export interface KeyStoreOptions {
  readonly file: string
  readonly cipher: Cipher
  /** Whether the user wants secrets stored where the system protects nothing. Otherwise they hold for this run. */
  readonly mayStoreUnprotected: () => boolean
  readonly now: () => Date
}

/** One of the two. What a newer version wrote instead is left alone. */
const entry = z.union([z.object({ encrypted: z.base64() }), z.object({ unprotected: z.string() })])
type Entry = z.infer<typeof entry>

interface Held {
  readonly value: string
  readonly keptAs: SecretKeeping
}

/** Opens the file of keys. Never throws, and never destroys what it cannot read. */
export function openKeyStore({ file, cipher, mayStoreUnprotected, now }: KeyStoreOptions): KeyStore {
  const found = readJson(file)
  const problem = found.kind === 'damaged' ? putAside(file, now()) : undefined
  const held = new Map<string, Held>()
  const unreadable = new Set<string>()
  /** Written in this run, so that what is loaded is older. */
  const written = new Set<string>()
  let entries: Json = found.kind === 'json' ? found.json : {}
  /** One after the other, so that the last word about a secret is the one that is kept. */
  let queue: Promise<void> = Promise.resolve()
  let loading: Promise<void> | undefined

  function hold(key: string, value: string, keptAs: SecretKeeping): void {
    const secrets = key.endsWith('/headers') ? secretsOfHeaders(value) : [value]
    secrets.forEach(rememberSecret)
    held.set(key, { value, keptAs })
  }

  async function loadAll(): Promise<void> {
    const stored = Object.keys(entries)
    for (const key of stored) await loadOne(key)
  }

  async function loadOne(key: string): Promise<void> {
    const { data: stored } = entry.safeParse(entries[key])
    if (stored === undefined || written.has(key)) return
    if ('unprotected' in stored) return hold(key, stored.unprotected, 'unprotected')
    const decrypted = await cipher.decrypt(Buffer.from(stored.encrypted, 'base64')).catch(() => undefined)
    if (written.has(key)) return
    if (decrypted === undefined) return void unreadable.add(key)
    hold(key, decrypted.text, 'protected')
    if (decrypted.shouldReEncrypt) later(key)
  }

  function later(key: string): void {
    queue = queue.catch(() => undefined).then(() => keep(key))
    // Whoever wants to know asks `settled`.
    queue.catch(() => undefined)
  }

  async function keep(key: string): Promise<void> {
    const one = held.get(key)
    const stored = one && (await toEntry(one.value))
    // Written once more meanwhile: its own turn comes.
    if (held.get(key) !== one) return
    const { [key]: before, ...others } = entries
    const changed = stored === undefined ? others : { ...others, [key]: stored }
    if (before !== undefined || stored !== undefined) write(changed)
    entries = changed
    if (one) hold(key, one.value, keepingOf(stored))
  }

  /** A file that cannot be read just now is not overwritten. */
  function write(changed: Json): void {
    const latest = readJson(file)
    if (latest.kind === 'unreadable') throw new Error(latest.detail)
    writeJson(file, changed)
  }

  async function toEntry(value: string): Promise<Entry | undefined> {
    if (await cipher.isAvailable()) {
      return { encrypted: Buffer.from(await cipher.encrypt(value)).toString('base64') }
    }
    return mayStoreUnprotected() ? { unprotected: value } : undefined
  }

  return {
    problem: found.kind === 'unreadable' ? found : problem,
    load: () => (loading ??= loadAll()),
    read: (owner, field) => held.get(keyOf(owner, field))?.value,
    write: (owner, field, value) => {
      const key = keyOf(owner, field)
      unreadable.delete(key)
      written.add(key)
      if (value === undefined) held.delete(key)
      else hold(key, value, 'this-run')
      later(key)
    },
    settled: () => queue,
    states: () => ({
      ...Object.fromEntries([...unreadable].map((key) => [key, 'unreadable' as const])),
      ...Object.fromEntries([...held].map(([key, { keptAs }]) => [key, keptAs])),
    }),
    keepAgain: () => [...held.keys()].forEach(later),
  }
}

function keepingOf(stored: Entry | undefined): SecretKeeping {
  if (stored === undefined) return 'this-run'
  return 'encrypted' in stored ? 'protected' : 'unprotected'
}

function keyOf(owner: string, field: string): string {
  return `${owner}/${field}`
}
