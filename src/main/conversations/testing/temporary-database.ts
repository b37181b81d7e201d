import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

import type { Database } from '../connect'
import { openDatabase } from '../database'

/** A path in a folder of its own, which goes when the test does. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nagare-test-'))
  onTestFinished(() => {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Windows keeps a file that a closed connection still holds until its memory is collected.
    }
  })
  return join(folder, 'conversations.db')
}

export function openTemporary(file = temporaryFile()): Database {
  const result = openDatabase(file)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  onTestFinished(() => result.database.close())
  return result.database
}
