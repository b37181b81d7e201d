import type { ImportReport } from '#shared/portable'

import { connect, type Database } from '../../conversations/connect'
import { type IsCancelled, stopIfCancelled } from '../cancel'
import { columnNames, type LineType, TABLES } from '../columns'
import { toValues } from '../export-line'
import { createDatabase } from '../new-database'
import type { Fields, ImportRecord } from './import-record'
import { finishStage } from './finish-stage'
import { createKnown, type Known } from './known'
import { createReport } from './report'

export interface StageOptions {
  /** The conversations as they are. Only read. */
  readonly file: string
  /** Where to put what is new; whatever is there goes. */
  readonly stage: string
  readonly records: AsyncIterable<ImportRecord>
  readonly isCancelled: IsCancelled
}

/** So many rows go to the stage in one transaction. */
const AT_ONCE = 500

/**
 * Puts what is new in a file beside the conversations, in the same tables, and says what adding it would do. Nothing is
 * added yet, and a crash leaves nothing but a file that the next import replaces.
 */
export async function stageImport({
  file,
  stage,
  records,
  isCancelled,
}: StageOptions): Promise<ImportReport> {
  const present = connect(file, 2_000)
  const staged = openStage(stage)
  try {
    const report = createReport()
    const known = createKnown(present, staged)
    let waiting: ImportRecord[] = []
    const write = (): void => {
      const batch = waiting
      waiting = []
      staged.transact(() => batch.forEach((record) => take(record, { staged, known, report })))
    }
    for await (const record of records) {
      stopIfCancelled(isCancelled)
      waiting.push(record)
      if (waiting.length >= AT_ONCE) write()
    }
    write()
    staged.transact(() => finishStage(staged, known))
    return report.read(staged)
  } finally {
    present.close()
    staged.close()
  }
}

function openStage(stage: string): Database {
  const database = createDatabase(stage)
  // Fast, and a stage that a crash leaves is thrown away.
  database.exec('PRAGMA journal_mode = WAL')
  // What other tables are derived from these is derived when the rows are added.
  for (const { name } of database.all<{ name: string }>(TRIGGERS)) database.exec(`DROP TRIGGER "${name}"`)
  return database
}

const TRIGGERS = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"

interface Taking {
  readonly staged: Database
  readonly known: Known
  readonly report: ReturnType<typeof createReport>
}

function take(record: ImportRecord, { staged, known, report }: Taking): void {
  if (record.kind === 'problem') return report.add(record.problem)
  const { type, fields } = record
  const placed = place(type, fields, known)
  const isKnown = known.has(type, placed)
  report.count(type, isKnown)
  if (type === 'conversation' && isKnown) known.noteLeaf(placed)
  if (!isKnown) insert(staged, type, placed)
}

/** An id that another conversation has already is replaced, always by the same one. */
function place(type: LineType, fields: Fields, known: Known): Fields {
  if (type === 'arrivals') return { ...fields, replyId: known.placedReply(String(fields['replyId'])) }
  if (type !== 'message') return fields
  const conversationId = String(fields['conversationId'])
  const parentId = fields['parentId']
  return {
    ...fields,
    id: known.placedIn(conversationId, String(fields['id'])),
    // The parent must have come before: a tree has no circles.
    parentId: typeof parentId === 'string' ? known.parentIn(conversationId, parentId) : null,
  }
}

function insert(staged: Database, type: LineType, fields: Fields): void {
  const names = columnNames(type)
  const marks = names.map(() => '?').join(', ')
  const sql = `INSERT INTO ${TABLES[type].table} (${names.join(', ')}) VALUES (${marks}) ON CONFLICT DO NOTHING`
  staged.run(sql, toValues(type, fields))
}
