import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { appCommand, electronPath } from '../e2e/launch-app'
import { fileOf, PROVIDER_CODES, type ProviderCode } from '../e2e/provider-code'
import { measureApp } from './start/measure-app'
import { median, toTenths } from './statistics'

const LAUNCHES = 10
/** Of these more for each provider. */
const PROVIDER_LAUNCHES = 3

/** What one start says; `…At` on the clock of the system, in milliseconds. */
interface Start {
  readonly launchedAt: number
  readonly windowAt: number
  readonly usableAt: number
  readonly importMs: number
  readonly providerMs?: number
}

/** How long a start takes and how much there is to load; README.md says what each key means. */
export async function benchStart(): Promise<object> {
  const userData = await mkdtemp(join(tmpdir(), 'nagare-bench-'))
  try {
    // The first start makes the files, and warms the disk's cache.
    await start(userData)
    const starts: Start[] = []
    for (let count = 0; count < LAUNCHES; count++) starts.push(await start(userData))
    const [windowMs, usableMs] = [starts.map(toWindowMs), starts.map(toUsableMs)]
    console.error(`▸ usable: ${usableMs.map(Math.round).join(', ')} ms`)
    const none = median(starts.map(({ importMs }) => importMs))
    const importMs: Record<string, number> = { none: toTenths(none) }
    for (const code of PROVIDER_CODES) importMs[code] = toTenths(none + (await timeProvider(userData, code)))
    const { bytes, compressedBytes } = measureApp()
    return {
      windowMs: Math.round(median(windowMs)),
      usableMs: Math.round(median(usableMs)),
      importMs,
      appBytes: bytes,
      rows: {
        windowMs: windowMs.map(Math.round),
        usableMs: usableMs.map(Math.round),
        appCompressedBytes: compressedBytes,
      },
    }
  } finally {
    await rm(userData, { recursive: true, force: true })
  }
}

const toWindowMs = ({ launchedAt, windowAt }: Start): number => windowAt - launchedAt
const toUsableMs = ({ launchedAt, usableAt }: Start): number => usableAt - launchedAt

async function timeProvider(userData: string, code: ProviderCode): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < PROVIDER_LAUNCHES; count++) {
    const { providerMs = Number.NaN } = await start(userData, { NAGARE_BENCH_IMPORT: fileOf(code) })
    times.push(providerMs)
  }
  return median(times)
}

/** One process of the app, from the moment at which the system is asked for it until the composer can send. */
function start(userData: string, env: Readonly<Record<string, string>> = {}): Promise<Start> {
  const command = appCommand({ userData, env, before: resolve('bench/start/watch.cjs') })
  const launchedAt = Date.now()
  const app = spawn(electronPath(), command.args, { env: command.env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  app.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
  app.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  return new Promise((resolveStart, reject) => {
    app.once('error', reject)
    app.once('close', (code) => {
      const line = /^NAGARE_BENCH (.*)$/m.exec(said)?.[1]
      if (line === undefined)
        reject(new Error(`The app ended with ${code} before it could be used:\n${said}`))
      else resolveStart({ launchedAt, ...(JSON.parse(line) as Omit<Start, 'launchedAt'>) })
    })
  })
}
