// cspell:ignore fontconfig libasound noto xauth zsye
import { capture } from './child.mjs'
import { findMissingLibraries, toPackages } from './libraries.mjs'
import { hasProgram } from './programs.mjs'
import { refuse, say, step } from './step.mjs'

// xvfb-run, which we tell people to use, needs xauth; Debian only recommends it.
const DISPLAY_PACKAGES = ['xvfb', 'xauth']
const FONTS = [
  { pattern: ':lang=ja', name: 'fonts-noto-cjk' },
  { pattern: ':lang=und-zsye', name: 'fonts-noto-color-emoji' },
]
const INSTALL_SECONDS = 900
const APT_ENV = { LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }
// dpkg refuses to work where the administrator's folders are not on PATH.
const ADMIN_PATH = ':/usr/local/sbin:/usr/sbin:/sbin'

/**
 * @typedef {object} SystemNeeds
 * @property {string[]} packages without which no window opens
 * @property {string[]} fonts without which Japanese or emoji are drawn as boxes
 * @property {string[]} unknown libraries nobody here knows a Debian package for
 */

/** Brings the system packages an Electron window needs, or stops with the one command that does.
 * @param {{ electron: string, ownDisplay: boolean, mayInstall: boolean }} wish
 * @returns {Promise<void>} */
export async function ensureSystemPackages(wish) {
  const needs = await findNeeds(wish)
  if (needs.unknown.length > 0) refuse(`Electron needs libraries missing here: ${needs.unknown.join(', ')}.`)
  if (wish.mayInstall && isDebianRoot()) return install(needs, wish.electron)
  if (needs.packages.length > 0) refuse(await toSentence(needs))
  if (needs.fonts.length > 0 && hasProgram('fc-list')) {
    say(`Without the fonts ${needs.fonts.join(' ')} some Japanese text or emoji are drawn as boxes.`)
  }
}

/** The command line that runs another one on an invisible display, and brings Xvfb where it is missing.
 * @param {string} command */
export function howToGetDisplay(command) {
  const onXvfb = `xvfb-run -a ${command}`
  return hasProgram('xvfb-run') ? onXvfb : `${toCommand(DISPLAY_PACKAGES)} && ${onXvfb}`
}

/** Chooses the name this release has a package under: `libasound2` became `libasound2t64`, and a plain
 * `libasound2` there is a virtual package that apt refuses to choose for us.
 * @param {readonly string[]} packages
 * @param {string} aptPolicy what `apt-cache policy` says of both names */
export function chooseNames(packages, aptPolicy) {
  const real = new Set(
    [...aptPolicy.matchAll(/^(\S+):\n.*\n\s+Candidate: (?!\(none\))/gm)].map(([, name]) => name),
  )
  return packages.map((name) => (real.has(`${name}t64`) ? `${name}t64` : name))
}

/**
 * @param {{ electron: string, ownDisplay: boolean }} wish
 * @returns {Promise<SystemNeeds>} */
async function findNeeds({ electron, ownDisplay }) {
  const { packages, unknown } = toPackages(await findMissingLibraries(electron))
  if (ownDisplay && !hasProgram('Xvfb')) packages.push(...DISPLAY_PACKAGES)
  return { packages, unknown, fonts: await findMissingFonts() }
}

async function findMissingFonts() {
  // Where fontconfig itself is missing there is nothing to ask, and no font either.
  if (!hasProgram('fc-list')) return FONTS.map(({ name }) => name)
  const asked = FONTS.map(async ({ pattern, name }) => {
    const { output } = await capture('fc-list', [pattern, 'family'])
    return output.trim() === '' ? [name] : []
  })
  return (await Promise.all(asked)).flat()
}

/**
 * @param {SystemNeeds} needs
 * @param {string} electron */
async function install({ packages, fonts }, electron) {
  const wanted = [...packages, ...fonts]
  if (wanted.length === 0) return
  await step(`Installing system packages (${wanted.join(' ')})`, async () => {
    await apt(['update', '-q', '-o', 'Acquire::Retries=3'])
    const names = await resolveNames(wanted)
    const { code, output } = await apt(['install', '-y', '-q', '--no-install-recommends', ...names])
    if (code !== 0)
      refuse(`apt-get could not install them:\n${output.trim().split('\n').slice(-15).join('\n')}`)
  })
  const missing = await findMissingLibraries(electron)
  if (missing.length > 0) refuse(`Electron still needs libraries missing here: ${missing.join(', ')}.`)
}

/** @param {readonly string[]} args */
function apt(args) {
  const env = { ...process.env, ...APT_ENV, PATH: `${process.env.PATH}${ADMIN_PATH}` }
  return capture('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    env,
    timeoutSeconds: INSTALL_SECONDS,
  })
}

/** @param {readonly string[]} packages */
async function resolveNames(packages) {
  const both = packages.flatMap((name) => [name, `${name}t64`])
  const { output } = await capture('apt-cache', ['policy', ...both], { env: { ...process.env, ...APT_ENV } })
  return chooseNames(packages, output)
}

/** @param {SystemNeeds} needs */
async function toSentence({ packages, fonts }) {
  const wanted = [...packages, ...fonts]
  if (!hasProgram('apt-get')) {
    return `Electron needs what these Debian packages hold; install your system's own: ${wanted.join(' ')}`
  }
  return `Electron needs system packages missing here. Install them with:\n  ${toCommand(await resolveNames(wanted))}`
}

/** @param {readonly string[]} packages */
function toCommand(packages) {
  const sudo = process.getuid?.() === 0 ? '' : 'sudo '
  return `${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

function isDebianRoot() {
  return process.getuid?.() === 0 && hasProgram('apt-get')
}
