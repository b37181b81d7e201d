import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The names of the files in which one of these stands, of everything that the app has written, Chromium's own among them. */
export async function filesWith(folder: string, ...secrets: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const bytes = await readUnlessGone(join(parentPath, name))
      const isIn = (secret: string) =>
        bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le'))
      return secrets.some(isIn) ? [name] : []
    })
  return (await Promise.all(found)).flat()
}

/** What the app writes anew, it writes under another name and renames: the file that was listed may be gone. */
async function readUnlessGone(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    return Buffer.alloc(0)
  }
}
