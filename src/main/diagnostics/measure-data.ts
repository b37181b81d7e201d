import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** How much each file or folder takes, in bytes: 0 where there is none. Throws what the disk says of those that are there. */
export async function measureData(
  folder: string,
  names: readonly string[],
): Promise<readonly (readonly [name: string, bytes: number])[]> {
  return Promise.all(names.map(async (name) => [name, await measure(join(folder, name))] as const))
}

async function measure(path: string): Promise<number> {
  try {
    const found = await lstat(path)
    if (!found.isDirectory()) return found.size
    const inside = await Promise.all((await readdir(path)).map((name) => measure(join(path, name))))
    return inside.reduce((sum, bytes) => sum + bytes, 0)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw cause
  }
}
