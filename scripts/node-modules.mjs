import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './child.mjs'
import { npm } from './programs.mjs'
import { refuse, step } from './step.mjs'

const INSTALL_SECONDS = 1200

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] not installed where its platform is another one
 * @property {boolean} [devOptional]
 */

/** @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages by folder, with the project itself under '' */

/** Installs what package-lock.json names, unless it is there already.
 * @param {string} root
 * @returns {Promise<void>} */
export async function ensureNodeModules(root) {
  const wanted = readLock(join(root, 'package-lock.json'))
  const present = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === undefined) refuse('package-lock.json is missing, so nothing says what to install.')
  if (!isInstallNeeded(wanted, present, (folder) => existsSync(join(root, folder)))) return

  // Everything here is a devDependency, which npm would leave out under NODE_ENV=production.
  const [command, args] = npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  await step('Installing dependencies (npm ci)', async () => {
    const { code, output } = await capture(command, args, { cwd: root, timeoutSeconds: INSTALL_SECONDS })
    if (code !== 0) refuse(`npm ci failed:\n${output.trim()}`)
  })
}

/** Whether node_modules differs from the lock file. Compares what is in both, since dates lie after a checkout.
 * @param {LockedPackages} wanted
 * @param {LockedPackages | undefined} present what npm says it installed
 * @param {(folder: string) => boolean} exists
 * @returns {boolean} */
export function isInstallNeeded(wanted, present, exists) {
  if (present === undefined) return true
  return Object.entries(wanted).some(([folder, { version, integrity, optional, devOptional }]) => {
    if (folder === '') return false
    const found = present[folder]
    if (found === undefined) return !optional && !devOptional
    return found.version !== version || found.integrity !== integrity || !exists(folder)
  })
}

/** @param {string} file
 * @returns {LockedPackages | undefined} */
function readLock(file) {
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}
