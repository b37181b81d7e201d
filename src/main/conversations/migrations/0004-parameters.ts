import type { Migration } from '../migrations'

/**
 * What was chosen for one conversation to go with it to a model, as JSON. Like a draft it has no reference to its
 * conversation, which is only kept from its first prompt on.
 */
export const parameters: Migration = {
  version: 4,
  keepsRowsOf: ['conversations', 'messages', 'folders', 'drafts', 'reply_segments', 'reply_arrivals'],
  sql: `
    CREATE TABLE conversation_parameters (
      conversation_id TEXT PRIMARY KEY,
      parameters TEXT NOT NULL CHECK (json_valid(parameters))
    ) STRICT;
  `,
}
