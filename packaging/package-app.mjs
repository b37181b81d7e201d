import { createRequire } from 'node:module'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../scripts/build.mjs'
import { run } from '../scripts/child.mjs'
import { findElectron } from '../scripts/electron-runtime.mjs'
import { FALLBACK } from '../scripts/fallback-archive.mjs'
import { isNagareFallback } from '../scripts/fallback-runtime.mjs'
import { ensureNodeModules } from '../scripts/node-modules.mjs'
import { refuse, say } from '../scripts/step.mjs'
import { readHome, toPublishFlags } from './home.mjs'
import { splitByNativeCode, stageNativeCode } from './native-code.mjs'
import { readReleaseNotes } from './release-notes.mjs'
import { writeChecksums, saySizes } from './results.mjs'
import { chooseTargets, findTools, TARGETS } from './targets.mjs'

const USAGE = 'Usage: npm run package -- [--release] [target …], for example: npm run package -- deb'

/**
 * Builds the packages of the system that this runs on, into dist/.
 *
 * Without a switch: for this machine's processor, with the Electron that `npm start` uses, leaving out what a tool is
 * missing for. With `--release`: for both processors, with the official Electron only, and a missing tool is a failure.
 * @param {string} root
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code */
export async function packageApp(root, args) {
  const { release, wanted } = readArguments(args)
  await ensureNodeModules(root)
  await ensureNodeModules(join(root, 'packaging'))
  await ensureBuilt(root)

  const { archs, without } = splitByNativeCode(process.platform, release ? ['x64', 'arm64'] : [process.arch])
  without.forEach((arch) =>
    say(`Not built: anything for ${arch}, for which SQLite's driver has no native code.`),
  )
  const electron = release ? undefined : await findElectron(root)
  await rm(join(root, 'dist'), { recursive: true, force: true })
  await stageNativeCode(root, process.platform, archs)

  const tools = await findTools(root)
  const { targets, left } = chooseTargets(wanted, tools)
  if (release && left.length > 0) refuse(left.join('\n'))
  left.forEach(say)
  if (targets.length === 0) refuse('So there is nothing to build.')

  const notes = join(root, 'dist', '.notes.md')
  await writeFile(
    notes,
    readReleaseNotes(await readFile(join(root, 'CHANGELOG.md'), 'utf8'), readVersion(root)),
  )
  const flags = [
    `--config.releaseInfo.releaseNotesFile=${notes}`,
    ...toElectronFlags(root, electron),
    ...toPublishFlags(readHome(process.env)),
  ]
  const builder = join(root, 'packaging', 'node_modules', 'electron-builder', 'cli.js')
  const code = await run(
    process.execPath,
    [
      ...[builder, '--projectDir', root, '--config', 'packaging/electron-builder.yml', '--publish', 'never'],
      ...[`--${PLATFORM_SWITCH[process.platform]}`, ...targets, ...archs.map((arch) => `--${arch}`)],
      // Only a release goes to users, and refuses every debugger; what is built for tests is reached through one.
      `--config.extraMetadata.isRelease=${release}`,
      ...flags,
    ],
    { cwd: root, env: { ...process.env, ...tools.env, USE_HARD_LINKS: 'false' } },
  )
  if (code !== 0) return code
  await writeChecksums(join(root, 'dist'))
  await saySizes(root)
  left.forEach((line) => say(`Not built: ${line}`))
  if (electron !== undefined && isNagareFallback(dirname(electron))) {
    say(
      `These packages hold Electron ${FALLBACK.version}, an old one: they are for development and tests, and never for users.`,
    )
  }
  return 0
}

/** @type {Readonly<Record<string, string>>} */
const PLATFORM_SWITCH = { linux: 'linux', darwin: 'mac', win32: 'win' }

/** @param {readonly string[]} args */
function readArguments(args) {
  const known = TARGETS[process.platform] ?? []
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { release: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const odd = positionals.filter((name) => !known.includes(name))
  if (odd.length > 0) refuse(`${USAGE}\nHere these can be built: ${known.join(', ')}`)
  return { release: values.release, wanted: positionals.length > 0 ? positionals : known }
}

/** Which Electron goes in: the one that is here, or what electron-builder downloads and checks for each processor.
 * @param {string} root
 * @param {string | undefined} electron */
function toElectronFlags(root, electron) {
  const version = readVersion(join(root, 'node_modules', 'electron'))
  if (electron === undefined) return [`--config.electronVersion=${version}`]
  const folder = dirname(electron)
  if (!isNagareFallback(folder))
    return [`--config.electronVersion=${version}`, `--config.electronDist=${folder}`]
  return [
    `--config.electronVersion=${FALLBACK.version}`,
    `--config.electronDist=${folder}`,
    // Said in every place in which somebody could mistake it for a release.
    '--config.artifactName=nagare-${version}-${os}-${arch}-development.${ext}',
    '--config.deb.artifactName=nagare_${version}_${arch}-development.deb',
    '--config.rpm.artifactName=nagare-${version}.${arch}-development.rpm',
    '--config.linux.synopsis=Nagare on an old Electron: for development and tests, never for users',
    // Quick to pack: what is small matters in a release.
    '--config.compression=store',
    '--config.deb.compression=gz',
  ]
}

/** @param {string} folder of a package
 * @returns {string} */
function readVersion(folder) {
  return createRequire(import.meta.url)(join(folder, 'package.json')).version
}
