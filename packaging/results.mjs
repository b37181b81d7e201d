import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { refuse, say } from '../scripts/step.mjs'

const ARTIFACT = /\.(deb|rpm|AppImage|tar\.gz|dmg|zip|exe)$/
const MEGABYTE = 1_000_000
/** What Nagare adds to Electron, compressed. More than this is a mistake in the bundle. */
const OUR_MOST_BYTES = 8 * MEGABYTE

/** Writes SHA256SUMS, in the form that `sha256sum --check` reads.
 * @param {string} dist */
export async function writeChecksums(dist) {
  const lines = []
  for (const name of await listArtifacts(dist)) {
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(join(dist, name))) hash.update(chunk)
    lines.push(`${hash.digest('hex')}  ${name}\n`)
  }
  if (lines.length > 0) await writeFile(join(dist, 'SHA256SUMS'), lines.join(''))
}

/** Prints the size of each artifact and of what is our own in them; refuses more than a bound.
 * @param {string} root */
export async function saySizes(root) {
  const dist = join(root, 'dist')
  for (const name of await listArtifacts(dist)) {
    const { size } = await stat(join(dist, name))
    say(`${toMegabytes(size).padStart(8)}  dist/${name}`)
  }
  for (const resources of await listResources(dist)) {
    const files = await listOurs(resources)
    const sizes = await Promise.all(files.map((file) => gzippedBytes(join(resources, file))))
    const ours = sizes.reduce((sum, size) => sum + size, 0)
    say(`${toMegabytes(ours).padStart(8)}  of it is Nagare without Electron, compressed with gzip:`)
    files.forEach((file, index) => say(`${toMegabytes(sizes[index] ?? 0).padStart(12)}  ${file}`))
    if (ours > OUR_MOST_BYTES) refuse(`That is more than ${toMegabytes(OUR_MOST_BYTES)}.`)
  }
}

/** @param {string} dist */
async function listArtifacts(dist) {
  return (await readdir(dist)).filter((name) => ARTIFACT.test(name)).sort()
}

/** @param {string} dist */
async function listResources(dist) {
  const folders = (await readdir(dist)).map((name) =>
    name.startsWith('mac')
      ? join(dist, name, 'Nagare.app', 'Contents', 'Resources')
      : join(dist, name, 'resources'),
  )
  return folders.filter((folder) => existsSync(join(folder, 'app.asar')))
}

/** @param {string} resources */
async function listOurs(resources) {
  const native = (await readdir(join(resources, 'node_modules', '@libsql'))).map((name) =>
    join('node_modules', '@libsql', name, 'index.node'),
  )
  return ['app.asar', ...native]
}

/** @param {string} file */
async function gzippedBytes(file) {
  let bytes = 0
  await pipeline(createReadStream(file), createGzip({ level: 9 }), async (chunks) => {
    for await (const chunk of chunks) bytes += chunk.length
  })
  return bytes
}

/** @param {number} bytes */
function toMegabytes(bytes) {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`
}
