import { describe, expect, it } from 'vitest'

import { createConversationStore } from './conversation-store'
import { createParameterStore } from './parameter-store'
import { createReplyStore } from './reply-store'
import { openTemporary } from './testing/temporary-database'
import { turn } from './testing/turn'
import { createTreeStore } from './tree-store'

function setUp(step = 1) {
  const database = openTemporary()
  let time = 0
  let ids = 0
  const clock = () => (time += step)
  const conversations = createConversationStore(database, clock)
  const replies = createReplyStore(database, clock)
  const tree = createTreeStore(database, clock, () => `copy-${(ids += 1)}`)
  /** A prompt, and an answer that came to its end. */
  function say(
    place: readonly [conversationId: string, parentId: string | null],
    name: string,
    prompt = { id: `p${name}`, text: `text of p${name}` },
  ) {
    const [conversationId, parentId] = place
    const request = turn({
      conversationId,
      promptId: prompt.id,
      parentId,
      replyId: `r${name}`,
      text: prompt.text,
    })
    const reply = conversations.addTurn(request)
    replies.finish(
      { ...reply, text: `answer ${name}`, progress: { status: 'ended', reason: 'complete' } },
      Uint8Array.of(1, 2),
    )
  }
  const shown = (id = 'c') => conversations.open(id).messages.map((message) => message.id)
  return { database, conversations, tree, say, shown }
}

/** p1 r1 p2 r2, and beside p2 an edit p2b r2b, which is shown. */
function createForked(step = 1) {
  const parts = setUp(step)
  parts.say(['c', null], '1')
  parts.say(['c', 'r1'], '2')
  parts.say(['c', 'r1'], '2b')
  return parts
}

describe('the tree of a conversation', () => {
  it('shows the branch that was chosen, down to where it was left, and remembers it', () => {
    const { tree, shown, say } = createForked()
    tree.choose('c', 'p2')
    expect(shown()).toEqual(['p1', 'r1', 'p2', 'r2'])
    say(['c', null], '0')
    tree.choose('c', 'p1')
    expect(shown()).toEqual(['p1', 'r1', 'p2', 'r2'])
  })

  it('knows whether there ever was a second branch', () => {
    const { tree, say } = setUp()
    say(['c', null], '1')
    say(['c', 'r1'], '2')
    const before = tree.branches('c')
    say(['c', null], '0')
    expect([before, tree.branches('c'), tree.branches('other')]).toEqual([false, true, false])
  })

  it('deletes one message so that what followed it moves up, and brings it back', () => {
    const { tree, shown } = createForked()
    const act = tree.delete('c', 'r1', 'message')
    expect(shown()).toEqual(['p1', 'p2b', 'r2b'])
    tree.restore('c', act)
    expect(shown()).toEqual(['p1', 'r1', 'p2b', 'r2b'])
  })

  it('shows the nearest branch that is left when the shown one is deleted, and the deleted one when it is back', () => {
    const { tree, shown } = createForked()
    const act = tree.delete('c', 'p2b', 'branch')
    expect(shown()).toEqual(['p1', 'r1', 'p2', 'r2'])
    const all = tree.delete('c', 'p1', 'branch')
    expect(shown()).toEqual([])
    tree.restore('c', all)
    expect(shown()).toEqual(['p1', 'r1', 'p2', 'r2'])
    tree.restore('c', act)
    expect(shown()).toEqual(['p1', 'r1', 'p2b', 'r2b'])
  })

  it('tells acts of one moment apart: each is brought back by itself, and the last choice counts', () => {
    const { tree, shown } = createForked(0)
    tree.choose('c', 'p2')
    tree.choose('c', 'p1')
    expect(shown()).toEqual(['p1', 'r1', 'p2', 'r2'])
    const acts = [tree.delete('c', 'p1', 'message'), tree.delete('c', 'r1', 'message')]
    expect(shown()).toEqual(['p2', 'r2'])
    tree.restore('c', acts[0] ?? 0)
    expect(shown()).toEqual(['p1', 'p2', 'r2'])
  })

  it('copies the way to a message into a new conversation, and leaves the old one alone', () => {
    const { tree, shown, conversations, database } = createForked()
    const before = database.all('SELECT * FROM messages ORDER BY ordinal')
    tree.fork('c', 'r1', 'fork')
    const words = (id: string) => conversations.open(id).messages.map(({ text, role }) => [role, text])
    expect(words('fork')).toEqual([
      ['user', 'text of p1'],
      ['assistant', 'answer 1'],
    ])
    expect(database.all('SELECT * FROM messages WHERE conversation_id = ? ORDER BY ordinal', ['c'])).toEqual(
      before,
    )
    const copied = 'SELECT a.arrivals FROM reply_arrivals AS a WHERE reply_id = ?'
    expect(database.all(copied, [shown('fork')[1] ?? '']).length).toBe(1)
  })

  it('copies what goes with the conversation to a model', () => {
    const { database, tree } = createForked()
    const parameters = createParameterStore(database)
    parameters.keep('c', { temperature: 0.5, systemPrompt: 'Briefly.' })
    tree.fork('c', 'r1', 'fork')
    expect(parameters.read('fork')).toEqual({ temperature: 0.5, systemPrompt: 'Briefly.' })
  })

  it('copies where the context window was cut as a place in the copy', () => {
    const { tree, shown, conversations, database } = createForked()
    const details = JSON.stringify({ finishReason: 'STOP', firstSentId: 'p2' })
    database.run('UPDATE messages SET details = ? WHERE id = ?', [details, 'r2'])
    tree.fork('c', 'r2', 'fork')
    const said = conversations
      .open('fork')
      .messages.map((message) => (message.role === 'assistant' ? message.details : undefined))
    expect(said.at(-1)).toEqual({ finishReason: 'STOP', firstSentId: shown('fork')[2] })
  })

  it('copies nothing when an answer on the way has not come to its end', () => {
    const { tree, conversations } = setUp()
    conversations.addTurn(turn())
    expect(() => tree.fork('c', 'r', 'fork')).toThrow('still coming')
    expect(conversations.open('fork').messages).toEqual([])
  })

  it.each(['choose', 'delete', 'fork'] as const)('refuses to %s what is not in the conversation', (act) => {
    const { tree } = createForked()
    expect(() => tree[act]('c', 'ghost', 'message')).toThrow('no message ghost')
  })
})
