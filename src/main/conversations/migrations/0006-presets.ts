import type { Migration } from '../migrations'

/** The prompts that are kept to be used again. They belong to no conversation. */
export const presets: Migration = {
  version: 6,
  keepsRowsOf: [
    'conversations',
    'messages',
    'folders',
    'drafts',
    'reply_segments',
    'reply_arrivals',
    'conversation_parameters',
    'spending',
  ],
  sql: `
    CREATE TABLE presets (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      text TEXT NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
  `,
}
