import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { hasProgram } from '../scripts/programs.mjs'

const SECONDS_TO_ANSWER = 10
/** Where electron-builder has its tools from, each pinned by a hash inside it. */
const TOOLS_ADDRESS = 'https://github.com/electron-userland/electron-builder-binaries/releases/'

/** What can be built on a system, by the names that electron-builder has for it. @type {Readonly<Record<string, string[]>>} */
export const TARGETS = {
  linux: ['dir', 'tar.gz', 'deb', 'rpm', 'AppImage'],
  darwin: ['dir', 'dmg', 'zip'],
  win32: ['dir', 'nsis', 'portable'],
}

/**
 * @typedef {object} Tools
 * @property {boolean} canDownload whether electron-builder can download its own
 * @property {ReadonlySet<string>} local what stands in for them here
 * @property {NodeJS.ProcessEnv} env which tells electron-builder of the latter
 */

/** What a target needs beside electron-builder, and what can stand in for it. @type {Readonly<Record<string, string[]>>} */
const NEEDS = {
  dir: [],
  'tar.gz': ['7-Zip'],
  zip: ['7-Zip'],
  deb: ['fpm'],
  rpm: ['fpm for rpm', 'rpmbuild'],
  AppImage: ['the AppImage runtime'],
  dmg: ['dmgbuild'],
  nsis: ['NSIS'],
  portable: ['NSIS'],
}

/** Looks for the tools once.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Tools>} */
export async function findTools(root, env = process.env) {
  const canDownload = Boolean(env.ELECTRON_BUILDER_BINARIES_MIRROR) || (await answers(TOOLS_ADDRESS))
  const local = new Set()
  if (hasProgram('rpmbuild', env)) local.add('rpmbuild')
  if (canDownload) return { canDownload, local, env: {} }

  /** @type {NodeJS.ProcessEnv} */
  const found = {}
  const sevenZip = await sevenZipOfNpm(root)
  if (sevenZip !== undefined) {
    local.add('7-Zip')
    found.ELECTRON_BUILDER_7ZIP_PATH = sevenZip
  }
  if (hasProgram('fpm', env)) {
    local.add('fpm').add('fpm for rpm')
    found.USE_SYSTEM_FPM = 'true'
  } else if (hasProgram('dpkg-deb', env)) {
    local.add('fpm')
    found.CUSTOM_FPM_PATH = join(root, 'packaging', 'linux', 'fpm-by-dpkg.mjs')
  }
  if (env.APPIMAGE_TOOLS_PATH) local.add('the AppImage runtime')
  return { canDownload, local, env: found }
}

/** Splits what is wanted into what can be built, and a sentence for each that cannot.
 * @param {readonly string[]} wanted
 * @param {Tools} tools
 * @returns {{ targets: string[], left: string[] }} */
export function chooseTargets(wanted, { canDownload, local }) {
  /** @type {string[]} */
  const targets = []
  /** @type {string[]} */
  const left = []
  for (const target of wanted) {
    const missing = (NEEDS[target] ?? []).filter(
      (tool) => !local.has(tool) && !(canDownload && tool !== 'rpmbuild'),
    )
    if (missing.length === 0) targets.push(target)
    else left.push(`${target}: ${missing.map(toReason).join('; ')}.`)
  }
  return { targets, left }
}

/** @param {string} tool */
function toReason(tool) {
  if (tool === 'rpmbuild') return 'rpmbuild is not installed (Debian and Ubuntu have it in the package "rpm")'
  return `${tool} could not be downloaded from github.com`
}

/** npm's own copy, which the lock file of packaging/ pins.
 * @param {string} root */
async function sevenZipOfNpm(root) {
  const system = { linux: 'linux', darwin: 'mac', win32: 'win' }[/** @type {'linux'} */ (process.platform)]
  const name = process.platform === 'win32' ? '7za.exe' : '7za'
  const file = join(root, 'packaging', 'node_modules', '7zip-bin', system, process.arch, name)
  if (!existsSync(file)) return undefined
  await chmod(file, 0o755)
  return file
}

/** @param {string} address */
async function answers(address) {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(SECONDS_TO_ANSWER * 1000) })
    return true
  } catch {
    // Whatever keeps it from answering keeps the tools from coming.
    return false
  }
}
