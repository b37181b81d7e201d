import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { openDatabase } from '../src/main/conversations/database'

/** One an hour, so that they fall on many days. */
const BETWEEN_MS = 3_600_000

/** Writes so many conversations without a message into the app's folder; the newest is `Number 1`. */
export function seedLongList(userData: string, count: number): void {
  const opened = openDatabase(join(userData, 'conversations.db'))
  if (!opened.ok) throw new Error('The file could not be opened')
  const { database } = opened
  const now = Date.now()
  database.transact(() => {
    for (let number = 1; number <= count; number++) {
      const at = now - number * BETWEEN_MS
      database.run(ADD, [randomUUID(), `Number ${number}`, at, at])
    }
  })
  database.close()
}

const ADD = 'INSERT INTO conversations (id, title, created_at, updated_at) VALUES (?, ?, ?, ?)'
