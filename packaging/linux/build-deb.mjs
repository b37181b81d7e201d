import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** @typedef {(command: string, args: string[]) => void} Run throws when the command fails */
/** @typedef {import('./fpm-arguments.mjs').DebRequest} DebRequest */

/** Lays the package out in a folder of its own and lets dpkg-deb pack it.
 * @param {DebRequest} request
 * @param {Run} run */
export async function buildDeb(request, run) {
  const stage = await mkdtemp(join(tmpdir(), 'nagare-deb-'))
  try {
    for (const { from, to } of request.files) await place(from, join(stage, to))
    const files = await listFiles(stage)
    const control = join(stage, 'DEBIAN')
    await mkdir(control)
    await writeFile(join(control, 'control'), toControl(request, await kibibytesOf(files)))
    await writeFile(join(control, 'md5sums'), await toSums(stage, files))
    await script(request.afterInstall, join(control, 'postinst'))
    await script(request.afterRemove, join(control, 'postrm'))
    await chmod(stage, 0o755)
    // Whoever builds it, everything in it belongs to root.
    run('dpkg-deb', ['--root-owner-group', `-Z${request.compression}`, '--build', stage, request.file])
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

/** The paragraph that tells dpkg what this is.
 * @param {DebRequest} request
 * @param {number} installedKibibytes */
export function toControl(request, installedKibibytes) {
  const [synopsis = '', ...rest] = request.description.split('\n')
  return [
    ['Package', request.name],
    ['Version', request.version],
    ['Architecture', request.architecture],
    ['Maintainer', request.maintainer],
    ['Installed-Size', String(installedKibibytes)],
    ['Depends', request.depends.join(', ')],
    ['Recommends', request.recommends.join(', ')],
    ['Section', request.section],
    ['Priority', request.priority],
    ['Homepage', request.url],
    [
      'Description',
      [synopsis.trim(), ...rest.map((line) => ` ${line.trim() === '' ? '.' : line.trim()}`)].join('\n'),
    ],
  ]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

/** fpm takes a folder that ends in a slash for what is in it.
 * @param {string} from
 * @param {string} to */
async function place(from, to) {
  await mkdir(dirname(to), { recursive: true })
  await cp(from, to, { recursive: true, verbatimSymlinks: true })
  if (from.endsWith('/')) return
  await chmod(to, 0o644)
}

/**
 * @param {string | undefined} from
 * @param {string} to */
async function script(from, to) {
  if (from === undefined) return
  await writeFile(to, await readFile(from))
  await chmod(to, 0o755)
}

/** @param {string} folder */
async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** @param {readonly string[]} files */
async function kibibytesOf(files) {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  return sizes.reduce((sum, size) => sum + Math.ceil(size / 1024), 0)
}

/**
 * @param {string} stage
 * @param {readonly string[]} files */
async function toSums(stage, files) {
  const lines = []
  for (const file of files) {
    const hash = createHash('md5')
    for await (const chunk of createReadStream(file)) hash.update(chunk)
    lines.push(`${hash.digest('hex')}  ${relative(stage, file)}\n`)
  }
  return lines.join('')
}
