import { readFile } from 'node:fs/promises'

import { z } from 'zod'

import type { License } from '#shared/requests/updates'

/** As Vite writes them. */
const written = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    identifier: z.string().nullish(),
    text: z.string().nullish(),
  }),
)

/** The libraries of all files, by name and each once. A file that is not there has none: in development the page has no build. */
export async function readLicenses(files: readonly string[]): Promise<readonly License[]> {
  const lists = await Promise.all(files.map(readList))
  const each = lists.flat().map(({ name, version, identifier, text }) => ({
    ...{ name, version },
    ...{ identifier: identifier ?? '', text: text ?? '' },
  }))
  const once = new Map(each.map((license) => [`${license.name}@${license.version}`, license]))
  return [...once.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

async function readList(file: string): Promise<z.infer<typeof written>> {
  try {
    return written.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}
