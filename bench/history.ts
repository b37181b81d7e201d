import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildHistory } from './history/build-history'
import { measureLongList } from './history/measure-long-list'
import { measureSearch } from './history/measure-search'
import { measureWindow } from './history/measure-window'
import { toTenths } from './statistics'

/** What a long history costs; README.md says what each key means. */
export async function benchHistory(): Promise<object> {
  const userData = await mkdtemp(join(tmpdir(), 'nagare-bench-'))
  try {
    const history = buildHistory(join(userData, 'conversations.db'))
    const { searchP95Ms, likeP95Ms, rows } = await measureSearch(history)
    const tables = history.database.all<{ name: string; bytes: number }>(SIZES)
    history.database.close()
    const diskMb = await sizeMb(userData)
    const window = await measureWindow(userData)
    const longList = await measureLongList()
    return {
      ...window,
      ...longList,
      ...{ searchP95Ms, likeP95Ms },
      rows: {
        ...{ search: rows, diskMb, indexSeconds: Math.round(history.indexSeconds) },
        ...{
          rssMb: toTenths(process.memoryUsage().rss / 2 ** 20),
          textMb: toTenths((tables[0]?.bytes ?? 0) / 2 ** 20),
        },
      },
    }
  } finally {
    await rm(userData, { recursive: true, force: true })
  }
}

const SIZES = "SELECT 'text' AS name, sum(length(CAST(text AS BLOB))) AS bytes FROM messages"

async function sizeMb(folder: string): Promise<number> {
  const names = await readdir(folder)
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name))))
  return toTenths(sizes.reduce((sum, { size }) => sum + size, 0) / 2 ** 20)
}
