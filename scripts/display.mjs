// cspell:ignore displayfd nolisten
import { spawn } from 'node:child_process'
import { refuse } from './step.mjs'

const SCREEN = '1920x1200x24'
const SECONDS_TO_START = 20

// The shell ends the X server when its stdin closes, which happens however this process ends, even by SIGKILL.
const GUARDED_SERVER = `
Xvfb -displayfd 3 -screen 0 ${SCREEN} -nolisten tcp >/dev/null 2>&1 &
server=$!
exec 3>&-
read -r _
kill "$server"
wait "$server"
`

/** Whether a window can open here without an X server of our own.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform */
export function hasDisplay(env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Opens an X server nobody sees, on a free display number.
 * @returns {Promise<{ display: string, close: () => void }>} */
export async function openVirtualDisplay() {
  // Its own group: Ctrl-C must reach the tests first, and the server only after them.
  const guard = spawn('sh', ['-c', GUARDED_SERVER], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  })
  const close = () => guard.stdin?.end()
  // Neither the guard nor its pipes may keep this process alive.
  guard.unref()
  const number = await readDisplayNumber(/** @type {import('node:stream').Readable} */ (guard.stdio[3]))
  if (number === '') {
    close()
    refuse('Xvfb did not start; run it by hand to see why: Xvfb :99')
  }
  return { display: `:${number}`, close }
}

/**
 * @param {import('node:stream').Readable} pipe
 * @returns {Promise<string>} empty when the server ended or stayed silent */
function readDisplayNumber(pipe) {
  return new Promise((resolve) => {
    let text = ''
    const timer = setTimeout(() => resolve(''), SECONDS_TO_START * 1000)
    pipe.setEncoding('utf8')
    pipe.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) pipe.destroy()
    })
    pipe.on('close', () => {
      clearTimeout(timer)
      resolve(text.trim())
    })
  })
}
