import { existsSync } from 'node:fs'

import type { DatabaseContents } from '#shared/portable'

import { connect } from '../../conversations/connect'
import { migrations } from '../../conversations/migrations'

export type Inspection =
  | { readonly ok: true; readonly contents: DatabaseContents }
  | {
      readonly ok: false
      readonly reason: 'damaged' | 'newer' | 'foreign' | 'missing'
      readonly detail: string
    }

/** Opens a file without changing it, and says whether it is whole and what it holds. */
export function inspectDatabase(file: string): Inspection {
  if (!existsSync(file)) return { ok: false, reason: 'missing', detail: '' }
  let database
  try {
    database = connect(file, 2_000, { isReadOnly: true })
    const [version] = database.all<{ user_version: number }>('PRAGMA user_version')
    const known = migrations.at(-1)?.version ?? 0
    if ((version?.user_version ?? 0) > known) return { ok: false, reason: 'newer', detail: '' }
    if (database.all(OUR_TABLES).length < 2) return { ok: false, reason: 'foreign', detail: '' }
    const found = database.all<{ integrity_check: string }>('PRAGMA integrity_check(3)')
    const detail = found.map(({ integrity_check: said }) => said).join('; ')
    if (detail !== 'ok') return { ok: false, reason: 'damaged', detail }
    return { ok: true, contents: database.all<DatabaseContents>(CONTENTS)[0] ?? NOTHING }
  } catch (cause) {
    return { ok: false, reason: 'damaged', detail: String(cause) }
  } finally {
    database?.close()
  }
}

const NOTHING: DatabaseContents = { conversations: 0, messages: 0, latestAt: null }

const OUR_TABLES =
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('conversations', 'messages')"

export const CONTENTS = `
  SELECT
    (SELECT count(*) FROM conversations) AS conversations,
    (SELECT count(*) FROM messages) AS messages,
    (SELECT max(updated_at) FROM conversations) AS latestAt`
