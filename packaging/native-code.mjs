import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capture } from '../scripts/child.mjs'
import { npm } from '../scripts/programs.mjs'
import { refuse, step } from '../scripts/step.mjs'

const FETCH_SECONDS = 600

/** SQLite's native code by system and processor. On Linux the one for glibc, which Electron needs too.
 * @type {Readonly<Record<string, string>>} */
const PACKAGES = {
  'linux-x64': '@libsql/linux-x64-gnu',
  'linux-arm64': '@libsql/linux-arm64-gnu',
  'darwin-x64': '@libsql/darwin-x64',
  'darwin-arm64': '@libsql/darwin-arm64',
  'win32-x64': '@libsql/win32-x64-msvc',
}

/** Tells the processors that there is native code for from those that there is none for.
 * @param {NodeJS.Platform} platform
 * @param {readonly string[]} archs */
export function splitByNativeCode(platform, archs) {
  const isThere = (/** @type {string} */ arch) => PACKAGES[`${platform}-${arch}`] !== undefined
  return { archs: archs.filter(isThere), without: archs.filter((arch) => !isThere(arch)) }
}

/** Lays the native code of each processor out under dist/.native/, from where electron-builder takes it.
 * @param {string} root
 * @param {NodeJS.Platform} platform
 * @param {readonly string[]} archs */
export async function stageNativeCode(root, platform, archs) {
  for (const arch of archs) {
    const name = PACKAGES[`${platform}-${arch}`]
    if (name === undefined)
      refuse(`There is no SQLite for ${platform} on ${arch}, so no package can be made.`)
    const target = join(root, 'dist', '.native', `${platform}-${arch}`, name)
    await mkdir(target, { recursive: true })
    const installed = join(root, 'node_modules', name)
    // npm installs what fits its own machine. What another one needs comes by name, and by the hash in the lock file.
    if (existsSync(join(installed, 'index.node'))) await cp(installed, target, { recursive: true })
    else await step(`Fetching ${name}`, () => fetchPackage(root, name, target))
  }
}

/**
 * @param {string} root
 * @param {string} name
 * @param {string} target */
async function fetchPackage(root, name, target) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { version, integrity } = lock.packages[`node_modules/${name}`]
  const work = await mkdtemp(join(tmpdir(), 'nagare-native-'))
  try {
    const [command, args] = npm([
      'pack',
      `${name}@${version}`,
      '--ignore-scripts',
      '--pack-destination',
      work,
    ])
    const { code, output } = await capture(command, args, { cwd: work, timeoutSeconds: FETCH_SECONDS })
    const archive = (await readdir(work)).find((file) => file.endsWith('.tgz'))
    if (code !== 0 || archive === undefined)
      refuse(`npm could not fetch ${name}@${version}:\n${output.trim()}`)
    const hash = createHash('sha512').update(await readFile(join(work, archive)))
    if (`sha512-${hash.digest('base64')}` !== integrity)
      refuse(`The bytes of ${name}@${version} are not the ones in package-lock.json.`)
    const unpacked = await capture('tar', ['-xzf', join(work, archive), '-C', target, '--strip-components=1'])
    if (unpacked.code !== 0) refuse(`${name} could not be unpacked:\n${unpacked.output.trim()}`)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
