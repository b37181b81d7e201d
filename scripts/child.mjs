import { spawn } from 'node:child_process'
import { constants as osConstants } from 'node:os'

const SECONDS_BEFORE_TERM = 3
const SECONDS_BEFORE_KILL = 8
const TIMED_OUT = 124

/**
 * @typedef {object} ChildOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {number} [timeoutSeconds]
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const living = new Set()

/** @type {NodeJS.Signals | undefined} */
let interruption

/** The exit code that tells which signal stopped this run; 0 when none did. */
export function interruptedCode() {
  return interruption === undefined ? 0 : 128 + osConstants.signals[interruption]
}

/** Hands the signals that would end this process to its children, and makes sure they end. */
export function forwardSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      interruption ??= signal
      // A terminal sends Ctrl-C to the whole group, and a second one tells a test runner to drop its clean-up.
      if (signal !== 'SIGINT') kill(signal)
      setTimeout(() => kill('SIGTERM'), SECONDS_BEFORE_TERM * 1000).unref()
      setTimeout(() => kill('SIGKILL'), SECONDS_BEFORE_KILL * 1000).unref()
    })
  }
}

/** Runs a program on the streams of this terminal, to its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<number>} */
export async function run(command, args, options = {}) {
  const { code } = await follow(command, args, { ...options, stdio: 'inherit' })
  return code
}

/** Runs a program silently, to its exit code and everything it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} */
export function capture(command, args, options = {}) {
  return follow(command, args, { ...options, stdio: 'pipe' })
}

/** @param {NodeJS.Signals} signal */
function kill(signal) {
  for (const child of living) child.kill(signal)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions & { stdio: 'inherit' | 'pipe' }} options
 * @returns {Promise<{ code: number, output: string }>} */
function follow(command, args, { env, cwd, timeoutSeconds, stdio }) {
  if (interruption !== undefined) return Promise.resolve({ code: interruptedCode(), output: '' })
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: env ?? process.env,
      stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...(cwd === undefined ? {} : { cwd }),
    })
    living.add(child)
    let output = ''
    let timedOut = false
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text))
    }
    const timer =
      timeoutSeconds === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            child.kill('SIGKILL')
          }, timeoutSeconds * 1000)
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer)
      living.delete(child)
      resolve({ code: timedOut ? TIMED_OUT : code, output })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code, signal) => end(code ?? 128 + osConstants.signals[signal ?? 'SIGKILL']))
  })
}
