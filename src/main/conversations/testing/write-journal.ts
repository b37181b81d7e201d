import { writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

import { createConversationStore } from '../conversation-store'
import { openDatabase } from '../database'
import { recover } from '../recover'
import { createReplyJournal } from '../reply-journal'
import { createReplyStore } from '../reply-store'
import { turn } from './turn'

/**
 * Runs as a process of its own, to be killed: streams into a journal and says after each write how much is kept.
 * Goes on with the reply when an earlier run was killed over it.
 */
const [file = '', replyId = ''] = process.argv.slice(2)
const EVERY_MS = 5

const opened = openDatabase(file)
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const conversations = createConversationStore(opened.database, Date.now)
const replies = createReplyStore(opened.database, Date.now)

let kept = 0
const journal = createReplyJournal({
  store: {
    ...replies,
    keep: (segment) => {
      replies.keep(segment)
      kept += segment.text.length
      // At once, not through a stream: a kill must not find it in a buffer of ours.
      writeSync(1, `${kept}\n`)
    },
  },
  everyMs: EVERY_MS,
  timer: (milliseconds, run) => {
    const timeout = globalThis.setTimeout(run, milliseconds)
    return () => clearTimeout(timeout)
  },
  now: () => performance.now(),
  onRefused: (cause) => {
    throw cause
  },
  onAccepted: () => undefined,
})

const isKnown = replies.unfinished().some(({ reply }) => reply.id === replyId)
recover(replies)
if (!isKnown) journal.begin(conversations.addTurn(turn({ replyId })))
const { text: before } = isKnown ? journal.resume(replyId) : { text: '' }
kept = before.length
for (let number = before.split('\n').length - 1, at = kept; ; number += 1) {
  const text = `${number} 流れ\n`
  journal.take({ type: 'reply-delta', replyId, kind: 'text', at, text })
  at += text.length
  await setTimeout(1)
}
