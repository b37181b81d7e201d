import type { SqlValue } from '../connect'
import type { SearchQuery } from './parse-query'

export interface Sought {
  readonly query: SearchQuery
  /** Undefined: in any folder, or in none. */
  readonly folderIds: readonly string[] | undefined
}

export interface Conditions {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** What the filters of a query ask of a message `m` in a conversation `c`. */
export function messageConditions({ query, folderIds }: Sought): Conditions {
  return join([
    ['m.deleted_at IS NULL AND c.deleted_at IS NULL', []],
    ...between('m.created_at', query),
    ...inFolders(folderIds),
    ...(query.model === undefined
      ? []
      : [[`m.model_id IS NOT NULL AND ${MODEL}`, [toModel(query.model)]] as const]),
  ])
}

/** What they ask of a conversation `c`. */
export function conversationConditions({ query, folderIds }: Sought): Conditions {
  const asked = `EXISTS (SELECT 1 FROM messages AS m
    WHERE m.conversation_id = c.id AND m.deleted_at IS NULL AND ${MODEL})`
  return join([
    ['c.deleted_at IS NULL', []],
    ...between('c.updated_at', query),
    ...inFolders(folderIds),
    ...(query.model === undefined ? [] : [[asked, [toModel(query.model)]] as const]),
  ])
}

type Condition = readonly [sql: string, values: readonly SqlValue[]]

/** A model's id looks like `vertex/gemini-3.5-flash`, its name like `Gemini 3.5 Flash`: either is understood. */
const MODEL = "instr(replace(lower(m.model_id), ' ', '-'), ?) > 0"

function toModel(typed: string): string {
  return typed.replaceAll(' ', '-')
}

function between(column: string, { after, before }: SearchQuery): readonly Condition[] {
  return [
    ...(after === undefined ? [] : [[`${column} >= ?`, [after]] as const]),
    ...(before === undefined ? [] : [[`${column} < ?`, [before]] as const]),
  ]
}

function inFolders(ids: readonly string[] | undefined): readonly Condition[] {
  return ids === undefined ? [] : [['c.folder_id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]]]
}

function join(conditions: readonly Condition[]): Conditions {
  return {
    sql: conditions.map(([sql]) => sql).join(' AND '),
    values: conditions.flatMap(([, values]) => values),
  }
}
