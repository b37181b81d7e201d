import type { DatabaseContents } from '#shared/portable'

import { type Database, sqliteCode, type SqlValue } from '../../conversations/connect'
import { toStorable } from '../../conversations/message-row'
import { createDatabase } from '../new-database'
import { CONTENTS } from './inspect-database'
import { readLeaves } from './read-leaves'
import { tableOf } from './row-shapes'

/**
 * Copies every row that can still be read of a damaged file into a new one. The damaged file is only read. What hung on
 * a row that is lost becomes a beginning of its own.
 */
export function salvage(damaged: string, target: string): DatabaseContents {
  const into = createDatabase(target)
  try {
    into.transact(() => {
      for (const { rowId, values } of readLeaves(damaged)) {
        const table = tableOf(values)
        if (table !== undefined) take(into, table, [values[0] ?? rowId, ...values.slice(1)].map(storable))
      }
      mend(into)
    }, 'full')
    return into.all<DatabaseContents>(CONTENTS)[0] ?? { conversations: 0, messages: 0, latestAt: null }
  } finally {
    into.close()
  }
}

/** A row of an older version has fewer columns: the others get what the table says. */
function take(into: Database, table: string, values: readonly SqlValue[]): void {
  const names = into
    .all<{ name: string }>(
      `SELECT name FROM pragma_table_info('${table}') ORDER BY cid LIMIT ${values.length}`,
    )
    .map(({ name }) => name)
  const marks = names.map(() => '?').join(', ')
  try {
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks}) ON CONFLICT DO NOTHING`
    into.run(sql, values.slice(0, names.length))
  } catch (cause) {
    // Of the right shape, and yet not what the table may hold: damaged too.
    if (!sqliteCode(cause).startsWith('SQLITE_CONSTRAINT')) throw cause
  }
}

function storable(value: SqlValue): SqlValue {
  return typeof value === 'string' ? toStorable(value) : value
}

function mend(into: Database): void {
  for (const sql of MENDING) into.exec(sql)
  const broken = into.all('PRAGMA foreign_key_check')
  if (broken.length > 0) throw new Error(`${broken.length} broken references`)
}

const MENDING = [
  `INSERT INTO conversations (id, title, created_at, updated_at)
   SELECT conversation_id, '', min(created_at), max(created_at) FROM messages
   WHERE conversation_id NOT IN (SELECT id FROM conversations) GROUP BY conversation_id`,
  `UPDATE messages AS m SET parent_id = NULL WHERE parent_id IS NOT NULL AND NOT EXISTS
   (SELECT 1 FROM messages AS p WHERE p.id = m.parent_id AND p.conversation_id = m.conversation_id)`,
  `UPDATE messages AS m SET parent_id = NULL WHERE parent_id IN
   (SELECT p.id FROM messages AS p WHERE p.ordinal >= m.ordinal)`,
  `UPDATE conversations AS c SET leaf_id =
   (SELECT id FROM messages WHERE conversation_id = c.id ORDER BY ordinal DESC LIMIT 1)
   WHERE leaf_id IS NULL OR NOT EXISTS
   (SELECT 1 FROM messages AS m WHERE m.id = c.leaf_id AND m.conversation_id = c.id)`,
  `UPDATE conversations SET folder_id = NULL WHERE folder_id NOT IN (SELECT id FROM folders)`,
  `UPDATE folders SET parent_id = NULL WHERE parent_id NOT IN (SELECT id FROM folders)`,
  `DELETE FROM reply_segments WHERE reply_id NOT IN (SELECT id FROM messages)`,
  `DELETE FROM reply_arrivals WHERE reply_id NOT IN (SELECT id FROM messages)`,
  `UPDATE messages SET usage = NULL WHERE usage IS NOT NULL AND NOT json_valid(usage)`,
  `UPDATE messages SET details = NULL WHERE details IS NOT NULL AND NOT json_valid(details)`,
  `UPDATE messages SET progress = '{"status":"failed","error":{"code":"interrupted","detail":"salvaged"}}'
   WHERE role = 'assistant' AND CASE WHEN json_valid(progress) THEN
     coalesce(progress ->> '$.status', '') NOT IN ('waiting', 'streaming', 'ended', 'failed')
     OR (progress ->> '$.status' = 'failed' AND progress ->> '$.error.code' IS NULL)
     ELSE true END`,
]
