import type { Migration } from '../migrations'

/**
 * What a list of conversations and a tree that is edited need: folders, marks, titles, drafts, and deleting that can be
 * undone.
 * A message with `deleted_at` stays in the tree and is passed over: what follows it hangs on the nearest one above that
 * is left. Whatever one act deleted has the same `deleted_at`, which no other act in that conversation has.
 * `chosen_at` is when a reader last chose this branch over its siblings; without it, `created_at` counts.
 * A draft has no reference to its conversation: that is only kept from its first prompt on.
 */
export const sidebar: Migration = {
  version: 2,
  keepsRowsOf: ['conversations', 'messages', 'reply_segments', 'reply_arrivals'],
  sql: `
    CREATE TABLE folders (
      id TEXT PRIMARY KEY,
      parent_id TEXT REFERENCES folders (id),
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX folders_by_parent ON folders (parent_id, position);

    CREATE TABLE drafts (
      conversation_id TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX drafts_by_update ON drafts (updated_at);

    ALTER TABLE conversations ADD COLUMN title_source TEXT NOT NULL DEFAULT 'prompt'
      CHECK (title_source IN ('prompt', 'model', 'user'));
    ALTER TABLE conversations ADD COLUMN folder_id TEXT REFERENCES folders (id);
    ALTER TABLE conversations ADD COLUMN pinned_at INTEGER;
    ALTER TABLE conversations ADD COLUMN archived_at INTEGER;
    ALTER TABLE conversations ADD COLUMN deleted_at INTEGER;
    ALTER TABLE conversations ADD COLUMN unread_at INTEGER;

    ALTER TABLE messages ADD COLUMN deleted_at INTEGER;
    ALTER TABLE messages ADD COLUMN chosen_at INTEGER;

    DROP INDEX conversations_by_update;
    CREATE INDEX conversations_by_update ON conversations (updated_at, id);
    CREATE INDEX conversations_by_folder ON conversations (folder_id) WHERE folder_id IS NOT NULL;
    CREATE INDEX pinned_conversations ON conversations (pinned_at) WHERE pinned_at IS NOT NULL;
    CREATE INDEX deleted_conversations ON conversations (deleted_at) WHERE deleted_at IS NOT NULL;
    CREATE INDEX deleted_messages ON messages (deleted_at) WHERE deleted_at IS NOT NULL;

    UPDATE conversations SET title = coalesce((
      SELECT substr(trim(replace(replace(replace(text, char(13), ' '), char(10), ' '), char(9), ' ')), 1, 80)
      FROM messages
      WHERE conversation_id = conversations.id AND parent_id IS NULL AND role = 'user'
      ORDER BY ordinal LIMIT 1
    ), '') WHERE title = '';
  `,
}
