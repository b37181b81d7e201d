import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Takes away what a development runtime has and a package must not: the launcher that opens a work tree. Where Electron
 * is the official one there is no such folder.
 * @param {{ appOutDir: string, electronPlatformName: string }} context of electron-builder */
export async function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName !== 'linux') return
  await rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true })
}
