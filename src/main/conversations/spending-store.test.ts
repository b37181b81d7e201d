import { describe, expect, it } from 'vitest'

import type { ReplyEvent } from '#shared/reply-event'

import { emptyTrash, KEPT_MS } from './empty-trash'
import { createSpendingStore } from './spending-store'
import { createJournalBench, delta, replyId } from './testing/journal-bench'
import { turn } from './testing/turn'

const usage = (input: number, output: number): ReplyEvent => ({
  type: 'reply-usage',
  replyId,
  usage: { input, output, cached: 1 },
})
const stopped: ReplyEvent = { type: 'reply-end', replyId, reason: 'stopped' }
const taken = { modelId: 'm', requests: 1, thought: 0, cached: 1, isEstimate: false }

describe('what a reply took', () => {
  it('is noted when it ends, and of a continuation what came on top', () => {
    const { journal, database } = createJournalBench()
    const store = createSpendingStore(database, () => 1)
    journal.take(usage(10, 20))
    expect(store.ofConversation('c')).toEqual([])
    journal.take(delta(0, 'Half'))
    journal.take(stopped)
    expect(store.ofConversation('c')).toEqual([{ ...taken, input: 10, output: 20 }])
    journal.resume(replyId)
    journal.take({ type: 'reply-resume', replyId })
    journal.take({ type: 'reply-usage', replyId, usage: { input: 25, output: 30, cached: 1 } })
    journal.take(stopped)
    expect(database.all('SELECT input, output, cached FROM spending ORDER BY ordinal')).toEqual([
      { input: 10, output: 20, cached: 1 },
      { input: 15, output: 10, cached: 0 },
    ])
  })

  it('is noted by the next start when the app went away in the middle of it', () => {
    const bench = createJournalBench()
    bench.journal.take(usage(10, 20))
    bench.journal.take(delta(0, 'Half'))
    bench.ring()
    const { database } = bench.crash()
    expect(createSpendingStore(database, () => 1).since(0)).toEqual([{ ...taken, input: 10, output: 20 }])
  })

  it('stays in the account of the day when the conversation is gone for good', () => {
    const { journal, database } = createJournalBench()
    const store = createSpendingStore(database, () => 1)
    journal.take(usage(10, 20))
    journal.take(stopped)
    database.run('UPDATE conversations SET deleted_at = 1')
    emptyTrash(database, KEPT_MS + 2)
    expect(database.all('SELECT count(*) AS left FROM messages')).toEqual([{ left: 0 }])
    expect(store.since(0)).toEqual([{ ...taken, input: 10, output: 20 }])
  })

  it.each(['demo/flow', 'recording/x'])('is nothing for %s', (modelId) => {
    const { database, replies, conversations } = createJournalBench()
    const reply = conversations.addTurn(turn({ conversationId: 'd', promptId: 'q', replyId: 's', modelId }))
    replies.finish(
      {
        ...reply,
        usage: { input: 1, output: 1 },
        progress: { status: 'ended', reason: 'complete' },
      },
      new Uint8Array(),
    )
    expect(createSpendingStore(database, () => 1).ofConversation('d')).toEqual([])
  })
})

it('counts titles to their conversation, programs to the day alone, and yesterday to neither', () => {
  const { database } = createJournalBench()
  let now = 100
  const store = createSpendingStore(database, () => now)
  const spent = { input: 1, output: 2 }
  store.note({ conversationId: 'c', modelId: 'a', usage: { ...spent, isEstimate: true } })
  now = 200
  store.note({ modelId: 'a', usage: spent })
  const row = { modelId: 'a', requests: 1, ...spent, thought: 0, cached: 0 }
  expect(store.ofConversation('c')).toEqual([{ ...row, isEstimate: true }])
  expect(store.since(150)).toEqual([{ ...row, isEstimate: false }])
})

it('breaks no answer when the disk refuses, and forgets nothing of it', () => {
  const { database } = createJournalBench()
  const store = createSpendingStore(database, () => 1)
  database.exec('PRAGMA query_only = ON')
  for (const output of [2, 3]) store.note({ modelId: 'a', usage: { input: 1, output } })
  expect(store.since(0)).toEqual([])
  database.exec('PRAGMA query_only = OFF')
  expect(store.since(0)).toMatchObject([{ modelId: 'a', requests: 2, input: 2, output: 5 }])
})

it('counts an imported reply to its conversation, and not to this computer', () => {
  const { database } = createJournalBench()
  database.run(
    `INSERT INTO messages (id, conversation_id, parent_id, role, text, model_id, progress, usage, created_at, ended_at)
     VALUES ('i', 'c', 'p', 'assistant', 'Hi', 'x', '{"status":"ended","reason":"complete"}', '{"input":3,"output":4}', 5, 6)`,
  )
  const store = createSpendingStore(database, () => 1)
  expect(store.ofConversation('c')).toMatchObject([{ modelId: 'x', requests: 1, input: 3, output: 4 }])
  expect(store.since(0)).toEqual([])
})
