import type { Preset } from '#shared/preset'

import type { Database } from './connect'
import type { Clock } from './conversation-store'
import { toStorable } from './message-row'

/** The prompts that are kept to be used again. */
export interface PresetStore {
  list(): readonly Preset[]
  /** Adds them, or changes those that are there: all or none. */
  keep(presets: readonly Preset[]): void
  delete(id: string): void
}

export function createPresetStore(database: Database, now: Clock): PresetStore {
  return {
    list: () =>
      database.all<{ id: string; name: string; text: string }>('SELECT id, name, text FROM presets'),
    keep: (presets) =>
      database.transact(() => {
        for (const { id, name, text } of presets) {
          database.run(KEEP, [id, toStorable(name), toStorable(text), now()])
        }
      }, 'full'),
    delete: (id) => void database.run('DELETE FROM presets WHERE id = ?', [id]),
  }
}

const KEEP = `
  INSERT INTO presets (id, name, text, updated_at) VALUES (?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, text = excluded.text, updated_at = excluded.updated_at`
