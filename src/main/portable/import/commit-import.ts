import { connect, type Database } from '../../conversations/connect'
import { type IsCancelled, stopIfCancelled } from '../cancel'
import { columnNames, type LineType, TABLES } from '../columns'

export interface CommitOptions {
  readonly file: string
  readonly stage: string
  readonly isCancelled: IsCancelled
  /** So many messages are added, of so many. */
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void
}

const BUSY_TIMEOUT_MS = 10_000
const AT_ONCE = 500

/**
 * Adds what is on the stage in one transaction: all of it, or nothing, however it ends. Returns the conversations that
 * are not as they were.
 */
export function commitImport({ file, stage, isCancelled, onProgress }: CommitOptions): readonly string[] {
  const database = connect(file, BUSY_TIMEOUT_MS)
  try {
    database.exec('PRAGMA foreign_keys = ON')
    database.run('ATTACH ? AS stage', [stage])
    database.transact(() => {
      // A leaf and its conversation refer to each other.
      database.exec('PRAGMA defer_foreign_keys = ON')
      for (const type of ['folder', 'conversation'] as const) copy(database, type)
      copyMessages(database, (done, of) => {
        stopIfCancelled(isCancelled)
        onProgress({ done, of })
      })
      for (const type of ['arrivals', 'draft', 'parameters', 'preset'] as const) copy(database, type)
      database.exec(MOVE_LEAVES)
    }, 'full')
    gather(database)
    return database.all<{ id: string }>(CHANGED).map(({ id }) => id)
  } finally {
    database.close()
  }
}

/** Otherwise the window's next write would carry a log as long as the import. Waits for nobody. */
function gather(database: Database): void {
  database.exec('PRAGMA busy_timeout = 0')
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}

function copy(database: Database, type: LineType): void {
  database.run(copying(type, 'true'))
}

function copying(type: LineType, where: string): string {
  const names = columnNames(type).join(', ')
  const { table } = TABLES[type]
  return `INSERT INTO main.${table} (${names}) SELECT ${names} FROM stage.${table} WHERE ${where} ON CONFLICT DO NOTHING`
}

/** In the order in which they came, a few at a time, so that it can be seen and stopped. */
function copyMessages(database: Database, onBatch: (done: number, of: number) => void): void {
  const [range] = database.all<{ last: number | null }>('SELECT max(ordinal) AS last FROM stage.messages')
  const last = range?.last ?? 0
  const sql = copying('message', 'ordinal >= ? AND ordinal < ? ORDER BY ordinal')
  for (let from = 0; from <= last; from += AT_ONCE) {
    onBatch(Math.min(from, last), last)
    database.run(sql, [from, from + AT_ONCE])
  }
  onBatch(last, last)
}

const CHANGED = 'SELECT id FROM stage.conversations UNION SELECT conversation_id FROM stage.messages'

/** A conversation that has gone on in the file goes on here, unless the reader stands on another branch. */
const MOVE_LEAVES = `
  UPDATE main.conversations AS c SET
    leaf_id = (SELECT leaf_id FROM stage.moved_leaves WHERE conversation_id = c.id),
    updated_at = max(updated_at, (SELECT updated_at FROM stage.moved_leaves WHERE conversation_id = c.id))
  WHERE id IN (SELECT conversation_id FROM stage.moved_leaves) AND (leaf_id IS NULL OR leaf_id IN (
    WITH RECURSIVE up (id, parent_id) AS (
      SELECT m.id, m.parent_id FROM main.messages AS m
      WHERE m.id = (SELECT leaf_id FROM stage.moved_leaves WHERE conversation_id = c.id)
      UNION SELECT m.id, m.parent_id FROM up JOIN main.messages AS m ON m.id = up.parent_id
    )
    SELECT id FROM up
  ))`
