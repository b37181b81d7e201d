import { basename, dirname } from 'node:path'
import { hasDisplay, openVirtualDisplay } from './display.mjs'
import { findElectron } from './electron-runtime.mjs'
import { judgeSandbox, readSandboxFacts, sandboxFix } from './sandbox.mjs'
import { refuse, say, step } from './step.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * @typedef {object} ElectronStart
 * @property {string} electron the executable
 * @property {string[]} flags which Electron needs on this machine, such as --no-sandbox for root
 */

/** Finds an Electron and everything it needs to open a window here.
 * @param {string} root
 * @param {{ unattended: boolean }} run an unattended one brings its own display, and may install packages as root
 * @returns {Promise<ElectronStart>} */
export async function prepareElectron(root, { unattended }) {
  const electron = await findElectron(root)
  if (process.platform === 'linux') {
    const ownDisplay = unattended && !hasDisplay(process.env)
    await ensureSystemPackages({ electron, ownDisplay, mayInstall: unattended || process.env.CI === 'true' })
  }
  const sandbox = judgeSandbox(readSandboxFacts(electron))
  if (sandbox === 'blocked') refuse(sandboxFix(electron))
  if (sandbox === 'off')
    say("Running as root, for whom Chromium's sandbox does not start: adding --no-sandbox.")
  return { electron, flags: sandbox === 'off' ? ['--no-sandbox'] : [] }
}

/** Gives work an environment in which windows open, on an X server of our own where there is no display.
 * @template T
 * @param {ElectronStart} start
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>} */
export async function withWindows({ electron, flags }, work) {
  const env = {
    ...windowEnv(),
    NAGARE_ELECTRON: electron,
    NAGARE_ELECTRON_ARGS: flags.join(' '),
    // The folder in which the `electron` package then finds the program. Playwright asks it when a launch names no
    // executable, and only then holds `ready` back until it listens: otherwise one launch in a hundred hangs.
    ...(basename(electron) === 'electron' ? { ELECTRON_OVERRIDE_DIST_PATH: dirname(electron) } : {}),
  }
  if (hasDisplay(env)) return work(env)
  const { display, close } = await step('Starting Xvfb', openVirtualDisplay)
  try {
    return await work({ ...env, DISPLAY: display })
  } finally {
    close()
  }
}

/** The environment for an Electron; some editors' terminals ask it to be a plain Node, which opens no window.
 * @returns {NodeJS.ProcessEnv} */
export function windowEnv() {
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  return env
}
