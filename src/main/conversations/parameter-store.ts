import type { z } from 'zod'

import type { ModelParameters } from '#shared/parameters'
import { parameterFields } from '#shared/requests/parameters'

import type { Database } from './connect'

/** What was chosen for each conversation to go with it to a model. */
export interface ParameterStore {
  /** Empty where nothing was chosen. What a newer version wrote and this one does not know is passed over. */
  read(conversationId: string): ModelParameters
  /** All that holds from now on. */
  keep(conversationId: string, parameters: ModelParameters): void
}

/** Each on its own, so that an odd one costs only itself. */
function understand(json: Readonly<Record<string, unknown>>): ModelParameters {
  const known = Object.entries(parameterFields).flatMap(([name, field]) => {
    const parsed = (field as z.ZodType).safeParse(json[name])
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data] as const] : []
  })
  return Object.fromEntries(known)
}

export function createParameterStore(database: Database): ParameterStore {
  return {
    read: (conversationId) => {
      const sql = 'SELECT parameters FROM conversation_parameters WHERE conversation_id = ?'
      const row = database.all<{ parameters: string }>(sql, [conversationId])[0]
      return row === undefined ? {} : understand(JSON.parse(row.parameters) as Record<string, unknown>)
    },
    keep: (conversationId, parameters) => {
      const json = JSON.stringify(parameters)
      if (json === '{}')
        database.run('DELETE FROM conversation_parameters WHERE conversation_id = ?', [conversationId])
      else database.run(KEEP, [conversationId, json])
    },
  }
}

const KEEP = `
  INSERT INTO conversation_parameters (conversation_id, parameters) VALUES (?, ?)
  ON CONFLICT (conversation_id) DO UPDATE SET parameters = excluded.parameters`
