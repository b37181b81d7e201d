import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { _electron, type ElectronApplication } from '@playwright/test'

import type { VertexEmulator } from '../emulators/vertex/vertex-emulator'

export interface LaunchOptions {
  /** The app's folder for what it keeps. */
  readonly userData: string
  readonly env?: Readonly<Record<string, string>>
  /** More switches of the command line. */
  readonly args?: readonly string[]
  readonly language?: 'en-US' | 'ja'
  /** A script that main reads before the app's own. */
  readonly before?: string
  /** Otherwise the first question, how to begin, is already answered. */
  readonly isFirstStart?: boolean
}

/**
 * Starts the built application as a person would, in the Electron that `scripts/run.mjs` found. Electron 33 breaks at about
 * one start in a hundred under Playwright's debugger, before any of our code runs: it is started once more then, aloud.
 */
export async function launchApp(options: LaunchOptions): Promise<ElectronApplication> {
  try {
    return await launchOnce(options)
  } catch (cause) {
    if (!/failed to launch[\s\S]*signal=SIGSEGV/.test(String(cause))) throw cause
    process.stderr.write('Electron itself crashed (SIGSEGV) as it started. Starting it once more.\n')
    return launchOnce(options)
  }
}

function launchOnce(options: LaunchOptions): Promise<ElectronApplication> {
  return _electron.launch({
    ...whichElectron(),
    // Otherwise Playwright switches it off on Linux by itself.
    chromiumSandbox: true,
    // Otherwise Playwright pretends a light system, and neither the system nor the app can make a window dark.
    colorScheme: null,
    ...appCommand(options),
  })
}

/** The arguments and the environment with which Electron runs the built application. */
export function appCommand({
  userData,
  env = {},
  args = [],
  language = 'en-US',
  before,
  isFirstStart = false,
}: LaunchOptions): { readonly args: string[]; readonly env: Record<string, string> } {
  if (!isFirstStart) answerWelcome(userData)
  return {
    args: [
      ...(before === undefined ? [] : ['--require', before]),
      ...[resolve('.'), `--user-data-dir=${userData}`, `--lang=${language}`, ...args, ...electronArgs()],
    ],
    env: { ...inheritedEnv(), LANGUAGE: language, ...env },
  }
}

/** Leaves alone whatever else a test has written there. */
function answerWelcome(userData: string): void {
  const file = join(userData, 'settings.json')
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '{}'
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(written) as object), isWelcomed: true }))
}

/** The environment that leads the app to the emulator, and makes Vertex AI its model. */
export function vertexEnv(emulator: VertexEmulator): Record<string, string> {
  return {
    NAGARE_EMULATOR: emulator.origin,
    NAGARE_EMULATOR_CA: emulator.caFile,
    GOOGLE_API_KEY: 'AIza-not-a-real-key',
  }
}

/**
 * Found through the `electron` package where possible: only then does Playwright hold the app back until it listens.
 * The package is led to another runtime by `ELECTRON_OVERRIDE_DIST_PATH`.
 */
function whichElectron(): { readonly executablePath?: string } {
  const path = electronPath()
  const isFoundByPackage =
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined ||
    path.includes(join('node_modules', 'electron'))
  return isFoundByPackage ? {} : { executablePath: path }
}

/** The runtime that `scripts/run.mjs` found. */
export function electronPath(): string {
  const path = process.env['NAGARE_ELECTRON']
  if (path === undefined) {
    throw new Error('Start this with `npm run e2e` or `npm run bench`: they find Electron.')
  }
  return path
}

function electronArgs(): string[] {
  return (process.env['NAGARE_ELECTRON_ARGS'] ?? '').split(' ').filter((arg) => arg !== '')
}

const INHERITED = [
  'PATH',
  'HOME',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_RUNTIME_DIR',
  'TMPDIR',
  'SystemRoot',
]

/** What a window needs to open, and nothing that could lead a provider's class astray. */
function inheritedEnv(): Record<string, string> {
  return Object.fromEntries(
    INHERITED.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
