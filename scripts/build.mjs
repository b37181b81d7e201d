import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { capture } from './child.mjs'
import { refuse, step } from './step.mjs'

const SOURCES = ['src', 'resources']
const SETTINGS = /^(package(-lock)?\.json|tsconfig.*\.json|electron\.vite\.config\.\w+)$/
const OUTPUTS = ['out/main/index.js', 'out/renderer/index.html']

/** Builds the app, unless the last build was made from these very sources.
 * @param {string} root
 * @returns {Promise<void>} */
export async function ensureBuilt(root) {
  // Inside a folder that electron-vite empties, so that any other build, also that of `dev`, takes it away.
  const stamp = join(root, 'out', 'main', '.source-hash')
  const hash = await hashSources(root)
  const built = await readFile(stamp, 'utf8').catch(() => undefined)
  if (built === hash && OUTPUTS.every((file) => existsSync(join(root, file)))) return
  await step('Building (electron-vite build)', async () => {
    const { code, output } = await capture(process.execPath, [electronVite(root), 'build'], { cwd: root })
    if (code !== 0) refuse(`The build failed:\n${output.trim()}`)
  })
  await writeFile(stamp, hash)
}

/** The script that `electron-vite` stands for; asking for it by path works alike on every platform.
 * @param {string} root */
export function electronVite(root) {
  return join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
}

/** One hash over every file a build reads: names and bytes, not dates.
 * @param {string} root
 * @returns {Promise<string>} */
export async function hashSources(root) {
  const settings = (await readdir(root)).filter((name) => SETTINGS.test(name)).map((name) => join(root, name))
  const sources = await Promise.all(SOURCES.map((folder) => listFiles(join(root, folder))))
  const hash = createHash('sha256')
  for (const file of [...settings, ...sources.flat()].sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(await readFile(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} folder
 * @returns {Promise<string[]>} */
async function listFiles(folder) {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}
