import { conversations } from './migrations/0001-conversations'
import { sidebar } from './migrations/0002-sidebar'
import { search } from './migrations/0003-search'
import { parameters } from './migrations/0004-parameters'
import { spending } from './migrations/0005-spending'
import { presets } from './migrations/0006-presets'

/** One step of the schema. A released one is never edited: a change is a new one. */
export interface Migration {
  readonly version: number
  readonly sql: string
  /** Tables that must hold as many rows after it as before. */
  readonly keepsRowsOf: readonly string[]
}

/** In the order in which they are run. */
export const migrations: readonly Migration[] = [
  conversations,
  sidebar,
  search,
  parameters,
  spending,
  presets,
]
