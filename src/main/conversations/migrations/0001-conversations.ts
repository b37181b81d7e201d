import type { Migration } from '../migrations'

/**
 * Conversations, their messages as a tree, and replies as they stream in.
 * `ordinal` is the order of arrival; explicit, so that a vacuum does not change it.
 * A reply without `ended_at` is still running, or was when the app went away: its words are in `reply_segments`, after
 * those in `messages` and `reply_arrivals` when it was cut before and is being continued.
 */
export const conversations: Migration = {
  version: 1,
  keepsRowsOf: [],
  sql: `
    CREATE TABLE conversations (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      leaf_id TEXT,
      FOREIGN KEY (id, leaf_id) REFERENCES messages (conversation_id, id)
    ) STRICT;
    CREATE INDEX conversations_by_update ON conversations (updated_at);

    CREATE TABLE messages (
      ordinal INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      conversation_id TEXT NOT NULL REFERENCES conversations (id),
      parent_id TEXT,
      role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
      text TEXT NOT NULL,
      thought TEXT NOT NULL DEFAULT '',
      model_id TEXT CHECK ((model_id IS NULL) = (role = 'user')),
      progress TEXT CHECK ((progress IS NULL) = (role = 'user')),
      usage TEXT,
      details TEXT,
      created_at INTEGER NOT NULL,
      ended_at INTEGER,
      UNIQUE (conversation_id, id),
      FOREIGN KEY (conversation_id, parent_id) REFERENCES messages (conversation_id, id)
    ) STRICT;
    CREATE INDEX messages_by_parent ON messages (conversation_id, parent_id);
    CREATE INDEX unfinished_replies ON messages (ordinal) WHERE role = 'assistant' AND ended_at IS NULL;

    CREATE TABLE reply_segments (
      ordinal INTEGER PRIMARY KEY,
      reply_id TEXT NOT NULL REFERENCES messages (id),
      text TEXT NOT NULL,
      thought TEXT NOT NULL,
      usage TEXT,
      details TEXT,
      arrivals BLOB NOT NULL
    ) STRICT;
    CREATE INDEX segments_by_reply ON reply_segments (reply_id);

    CREATE TABLE reply_arrivals (
      reply_id TEXT PRIMARY KEY REFERENCES messages (id),
      arrivals BLOB NOT NULL
    ) STRICT;
  `,
}
