import type { Migration } from '../migrations'

/**
 * What is looked for is found in an index of folded text, which SQL cannot fold. So whatever writes a message or a title
 * only notes it as unread, in the same transaction; the index reads it afterwards, and what was there before, too.
 * `message_trigrams` holds the trigrams of a message's text, `message_signs` its signs and pairs of signs, as words.
 * Both know a message by its negative `ordinal`, so that the newest is the first, and keep no text; a title without `folded` is not read yet.
 */
export const search: Migration = {
  version: 3,
  keepsRowsOf: ['conversations', 'messages', 'folders', 'drafts', 'reply_segments', 'reply_arrivals'],
  sql: `
    CREATE VIRTUAL TABLE message_trigrams USING fts5 (
      text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1'
    );
    CREATE VIRTUAL TABLE message_signs USING fts5 (
      signs, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
    );

    CREATE TABLE unread_messages (ordinal INTEGER PRIMARY KEY) STRICT;
    INSERT INTO unread_messages SELECT ordinal FROM messages WHERE role = 'user' OR ended_at IS NOT NULL;

    CREATE TRIGGER message_added AFTER INSERT ON messages
    WHEN new.role = 'user' OR new.ended_at IS NOT NULL BEGIN
      INSERT INTO unread_messages SELECT new.ordinal
      WHERE NOT EXISTS (SELECT 1 FROM unread_messages WHERE ordinal = new.ordinal);
    END;
    CREATE TRIGGER message_changed AFTER UPDATE OF text, ended_at ON messages
    WHEN new.role = 'user' OR new.ended_at IS NOT NULL BEGIN
      INSERT INTO unread_messages SELECT new.ordinal
      WHERE NOT EXISTS (SELECT 1 FROM unread_messages WHERE ordinal = new.ordinal);
    END;
    CREATE TRIGGER message_removed AFTER DELETE ON messages BEGIN
      INSERT INTO unread_messages SELECT old.ordinal
      WHERE NOT EXISTS (SELECT 1 FROM unread_messages WHERE ordinal = old.ordinal);
    END;

    CREATE TABLE search_titles (
      ordinal INTEGER PRIMARY KEY,
      conversation_id TEXT NOT NULL UNIQUE,
      folded TEXT
    ) STRICT;
    CREATE INDEX unread_titles ON search_titles (ordinal) WHERE folded IS NULL;
    INSERT INTO search_titles (conversation_id) SELECT id FROM conversations ORDER BY updated_at;

    CREATE TRIGGER conversation_added AFTER INSERT ON conversations BEGIN
      INSERT INTO search_titles (conversation_id) VALUES (new.id);
    END;
    CREATE TRIGGER title_changed AFTER UPDATE OF title ON conversations WHEN new.title IS NOT old.title BEGIN
      UPDATE search_titles SET folded = NULL WHERE conversation_id = new.id;
    END;
    CREATE TRIGGER conversation_removed AFTER DELETE ON conversations BEGIN
      DELETE FROM search_titles WHERE conversation_id = old.id;
    END;
  `,
}
