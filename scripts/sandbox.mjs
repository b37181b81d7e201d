// cspell:ignore userns
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SETUID = 0o4000

/**
 * @typedef {object} SandboxFacts
 * @property {NodeJS.Platform} platform
 * @property {number | undefined} uid
 * @property {boolean} namespacesAreForbidden whether the system keeps user namespaces from ordinary programs
 * @property {boolean} helperIsSetuid whether `chrome-sandbox` beside the runtime belongs to root and is setuid
 */

/** How to start Electron with Chromium's sandbox on. Only root, whom Chromium refuses otherwise, goes without it.
 * @param {SandboxFacts} facts
 * @returns {'on' | 'off' | 'blocked'} */
export function judgeSandbox({ platform, uid, namespacesAreForbidden, helperIsSetuid }) {
  if (platform !== 'linux') return 'on'
  if (uid === 0) return 'off'
  return namespacesAreForbidden && !helperIsSetuid ? 'blocked' : 'on'
}

/** Reads what the decision needs from this machine.
 * @param {string} electron the executable
 * @returns {SandboxFacts} */
export function readSandboxFacts(electron) {
  return {
    platform: process.platform,
    uid: process.getuid?.(),
    namespacesAreForbidden:
      readSetting('apparmor_restrict_unprivileged_userns') === '1' ||
      readSetting('unprivileged_userns_clone') === '0',
    helperIsSetuid: isSetuidRoot(join(dirname(electron), 'chrome-sandbox')),
  }
}

/** What somebody types to let the sandbox work on a system that forbids user namespaces.
 * @param {string} electron */
export function sandboxFix(electron) {
  const helper = join(dirname(electron), 'chrome-sandbox')
  return `This system keeps Chromium's sandbox from starting. Allow it with:\n  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`
}

/** @param {string} name */
function readSetting(name) {
  try {
    return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** @param {string} file */
function isSetuidRoot(file) {
  try {
    const { uid, mode } = statSync(file)
    return uid === 0 && (mode & SETUID) !== 0
  } catch {
    return false
  }
}
