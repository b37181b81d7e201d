import type { Migration } from '../migrations'

/** The demo and recordings count tokens that nobody bills. */
const isBilled = (modelId: string) => `${modelId} NOT LIKE 'demo/%' AND ${modelId} NOT LIKE 'recording/%'`

/**
 * What each request took that a provider may bill, one row for each, in tokens: written by SQLite itself in the moment
 * that a reply ends, so that a crash loses none. A reply that is continued has several, each with what came on top.
 * It has no reference to a conversation: what was deleted for good was billed all the same. A title has no reply, and
 * what another program asked has no conversation. What was imported was billed to somebody else, if at all.
 */
export const spending: Migration = {
  version: 5,
  keepsRowsOf: [
    'conversations',
    'messages',
    'folders',
    'drafts',
    'reply_segments',
    'reply_arrivals',
    'conversation_parameters',
  ],
  sql: `
    CREATE TABLE spending (
      ordinal INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      conversation_id TEXT,
      reply_id TEXT,
      model_id TEXT NOT NULL,
      input REAL NOT NULL,
      output REAL NOT NULL,
      thought REAL NOT NULL,
      cached REAL NOT NULL,
      is_estimate INTEGER NOT NULL CHECK (is_estimate IN (0, 1))
    ) STRICT;
    CREATE INDEX spending_by_time ON spending (at);
    CREATE INDEX spending_by_conversation ON spending (conversation_id) WHERE conversation_id IS NOT NULL;
    CREATE INDEX spending_by_reply ON spending (reply_id) WHERE reply_id IS NOT NULL;

    CREATE TRIGGER reply_billed AFTER UPDATE OF ended_at ON messages
    WHEN new.ended_at IS NOT NULL AND json_valid(new.usage) AND ${isBilled('new.model_id')} BEGIN
      INSERT INTO spending (at, conversation_id, reply_id, model_id, input, output, thought, cached, is_estimate)
      SELECT new.ended_at, new.conversation_id, new.id, new.model_id, input, output, thought, cached, is_estimate
      FROM (
        SELECT
          coalesce(new.usage ->> 'input', 0) - coalesce(sum(input), 0) AS input,
          coalesce(new.usage ->> 'output', 0) - coalesce(sum(output), 0) AS output,
          coalesce(new.usage ->> 'thought', 0) - coalesce(sum(thought), 0) AS thought,
          coalesce(new.usage ->> 'cached', 0) - coalesce(sum(cached), 0) AS cached,
          coalesce(new.usage ->> 'isEstimate', 0) AS is_estimate
        FROM spending WHERE reply_id = new.id
      )
      WHERE input > 0 OR output > 0;
    END;

    INSERT INTO spending (at, conversation_id, reply_id, model_id, input, output, thought, cached, is_estimate)
    SELECT
      ended_at, conversation_id, id, model_id, coalesce(usage ->> 'input', 0), coalesce(usage ->> 'output', 0),
      coalesce(usage ->> 'thought', 0), coalesce(usage ->> 'cached', 0), 0
    FROM messages
    WHERE role = 'assistant' AND ended_at IS NOT NULL AND json_valid(usage) AND ${isBilled('model_id')};
  `,
}
