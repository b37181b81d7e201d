import type { Database } from '../conversations/connect'
import { columnNames, type LineType, TABLES } from './columns'
import { FORMAT, FORMAT_VERSION, type Row, toLine } from './export-line'

export interface ExportScope {
  /** Absent: everything. */
  readonly conversationId?: string | undefined
  /** The prompts that are kept to be used again, and nothing else. */
  readonly isOnlyPresets?: boolean
  readonly now: Date
  readonly appVersion: string
}

/** So many conversations are done, of so many. */
export interface ExportProgress {
  readonly done: number
  readonly of: number
}

/**
 * Every line of an export in the app's own format, from one moment of the file: what is written meanwhile is not in it.
 * The connection is the exporter's own.
 */
export function* exportLines(
  database: Database,
  scope: ExportScope,
  onProgress: (progress: ExportProgress) => void,
): Generator<string, void> {
  database.exec('BEGIN')
  try {
    yield* linesOf(database, scope, onProgress)
  } finally {
    database.exec('COMMIT')
  }
}

function* linesOf(
  database: Database,
  scope: ExportScope,
  onProgress: (progress: ExportProgress) => void,
): Generator<string, void> {
  const { conversationId, isOnlyPresets = false, now, appVersion } = scope
  const head = { type: 'export', format: FORMAT, version: FORMAT_VERSION, app: appVersion }
  yield JSON.stringify({ ...head, exportedAt: now.toISOString() })
  const counts = isOnlyPresets
    ? { conversations: 0, messages: 0 }
    : yield* conversationLines(database, scope, onProgress)
  if (conversationId === undefined) {
    yield* all(database, { type: 'preset', where: 'ORDER BY name, id', values: [] })
  }
  yield JSON.stringify({ type: 'end', ...counts })
}

function* conversationLines(
  database: Database,
  { conversationId, now }: ExportScope,
  onProgress: (progress: ExportProgress) => void,
): Generator<string, { readonly conversations: number; readonly messages: number }> {
  const one = conversationId === undefined ? [] : [conversationId]
  const foldersOf = one.length === 0 ? '' : `WHERE id IN (${FOLDERS_ABOVE})`
  yield* all(database, { type: 'folder', where: foldersOf, values: one })
  const ids = database.all<{ id: string }>(
    `SELECT id FROM conversations ${one.length === 0 ? '' : 'WHERE id = ?'} ORDER BY created_at, rowid`,
    one,
  )
  let messages = 0
  for (const [index, { id }] of ids.entries()) {
    yield* all(database, { type: 'conversation', where: 'WHERE id = ?', values: [id] })
    for (const row of messagesOf(database, id, now.getTime())) {
      messages += 1
      yield toLine('message', row)
    }
    yield* all(database, {
      type: 'arrivals',
      where: `WHERE ${OF_CONVERSATION} ORDER BY reply_id`,
      values: [id],
    })
    onProgress({ done: index + 1, of: ids.length })
  }
  const draftOf = one.length === 0 ? '' : 'WHERE conversation_id = ?'
  for (const type of ['draft', 'parameters'] as const) {
    yield* all(database, { type, where: draftOf, values: one })
  }
  return { conversations: ids.length, messages }
}

interface Wanted {
  readonly type: LineType
  readonly where: string
  readonly values: readonly string[]
}

function* all(database: Database, { type, where, values }: Wanted): Generator<string, void> {
  const sql = `SELECT ${columnNames(type).join(', ')} FROM ${TABLES[type].table} ${where}`
  for (const row of database.all<Row>(sql, values)) yield toLine(type, row)
}

/** A few at a time: a conversation may be larger than the memory that it should take. */
const AT_ONCE = 200

/** In the order in which they came. A reply that is still running is given as a crash would leave it. */
function* messagesOf(database: Database, conversationId: string, at: number): Generator<Row, void> {
  const sql = `
    SELECT ordinal, ${columnNames('message').join(', ')} FROM messages
    WHERE conversation_id = ? AND ordinal > ? ORDER BY ordinal LIMIT ${AT_ONCE}`
  for (let after = -1; ;) {
    const rows = database.all<Row & { readonly ordinal: number }>(sql, [conversationId, after])
    for (const row of rows) yield isRunning(row) ? ended(database, row, at) : row
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return
    after = last.ordinal
  }
}

function isRunning(row: Row): boolean {
  return row['role'] === 'assistant' && row['ended_at'] === null
}

function ended(database: Database, row: Row, at: number): Row {
  const kept = database.all<{ text: string; thought: string }>(SEGMENTS, [String(row['id'])])
  const error = { code: 'interrupted', detail: 'exported while it was coming' }
  return {
    ...row,
    text: String(row['text']) + kept.map(({ text }) => text).join(''),
    thought: String(row['thought']) + kept.map(({ thought }) => thought).join(''),
    progress: JSON.stringify({ status: 'failed', error }),
    ended_at: at,
  }
}

const SEGMENTS = 'SELECT text, thought FROM reply_segments WHERE reply_id = ? ORDER BY ordinal'

const OF_CONVERSATION = 'reply_id IN (SELECT id FROM messages WHERE conversation_id = ?)'

const FOLDERS_ABOVE = `
  WITH RECURSIVE up (id, parent_id) AS (
    SELECT f.id, f.parent_id FROM conversations AS c JOIN folders AS f ON f.id = c.folder_id WHERE c.id = ?
    UNION SELECT f.id, f.parent_id FROM up JOIN folders AS f ON f.id = up.parent_id
  )
  SELECT id FROM up`
