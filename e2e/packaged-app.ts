import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { electronPath } from './launch-app'

/**
 * Lays the built application out in a folder as its package for Linux has it, but for the fuses of the runtime, which
 * `npm run test:package` looks at. Returns the program.
 */
export function layOutPackage(folder: string, { isRelease }: { readonly isRelease: boolean }): string {
  const runtime = dirname(electronPath())
  const app = join(folder, 'resources', 'app')
  mkdirSync(app, { recursive: true })
  for (const name of readdirSync(runtime)) {
    if (name !== 'electron' && name !== 'resources') symlinkSync(join(runtime, name), join(folder, name))
  }
  const manifest = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as object
  writeFileSync(join(app, 'package.json'), JSON.stringify({ ...manifest, isRelease }))
  cpSync(resolve('out'), join(app, 'out'), { recursive: true })
  // The one part that is native code lies elsewhere in a package.
  symlinkSync(resolve('node_modules'), join(app, 'node_modules'))
  // By another name than its own, Electron takes itself for a package; it looks for its parts beside its file.
  const program = join(folder, 'nagare')
  try {
    linkSync(electronPath(), program)
  } catch {
    // On another disk.
    copyFileSync(electronPath(), program)
  }
  return program
}
