import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface AppSize {
  readonly bytes: number
  readonly compressedBytes: number
}

/** What `packaging/electron-builder.yml` puts into the archive: everything but Electron and SQLite's native code. */
export function measureApp(): AppSize {
  const built = readdirSync('out', { recursive: true, withFileTypes: true })
  const files = built
    .filter((entry) => entry.isFile() && entry.name !== '.source-hash')
    .map(({ parentPath, name }) => join(parentPath, name))
  const contents = [...files, 'package.json'].map((file) => readFileSync(resolve(file)))
  return {
    bytes: contents.reduce((sum, { length }) => sum + length, 0),
    compressedBytes: gzipSync(Buffer.concat(contents), { level: 9 }).length,
  }
}
