import { describe, expect, it, onTestFinished } from 'vitest'

import type { ReplyEvent } from '#shared/reply-event'

import { openConversations } from './open-conversations'
import { temporaryFile } from './testing/temporary-database'
import { turn } from './testing/turn'

function open(file = temporaryFile()) {
  const onRefused = (cause: unknown) => {
    throw cause
  }
  const opened = openConversations(file, onRefused)
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  onTestFinished(opened.close)
  return { ...opened.conversations, file, close: opened.close }
}

const delta = (at: number, text: string): ReplyEvent => {
  return { type: 'reply-delta', replyId: 'r', kind: 'text', at, text }
}
const stopped: ReplyEvent = { type: 'reply-end', replyId: 'r', reason: 'stopped' }

describe('conversations', () => {
  it('keep neither the prompt nor the reply when one of them is refused', () => {
    const { keep, open: read } = open()
    keep(turn())
    expect(() => keep(turn({ conversationId: 'd', promptId: 'q', replyId: 'r' }))).toThrow()
    expect(read('d').messages).toEqual([])
    expect(read(undefined).id).toBe('c')
  })

  it('keep a second try beside the first, which still hears its own words', () => {
    const { keep, note, open: read, path } = open()
    keep(turn())
    keep(turn({ replyId: 'r2' }))
    note(delta(0, 'Hi'))
    note({ ...stopped, replyId: 'r2' })
    expect(read('c').messages.map(({ id, text }) => [id, text])).toEqual([
      ['p', 'Hello'],
      ['r2', ''],
    ])
    expect(path('r').map(({ id, text }) => [id, text])).toEqual([
      ['p', 'Hello'],
      ['r', 'Hi'],
    ])
  })

  it('know the chunks of a reply while it comes, when it has come, and when it goes on', () => {
    const { keep, note, resume, arrivals } = open()
    const lengths = () => arrivals('r').map(({ length }) => length)
    keep(turn())
    note(delta(0, 'Hi'))
    const coming = lengths()
    note(stopped)
    const come = lengths()
    resume('r')
    note(delta(2, '!'))
    expect([coming, come, lengths(), arrivals('other')]).toEqual([[2], [2], [2, 1], []])
  })

  it('let a reply go on that the app left behind', () => {
    const { file, keep, note, close } = open()
    keep(turn())
    note(delta(0, 'Hi'))
    close()
    const again = open(file)
    expect(again.resume('r')).toMatchObject({ text: 'Hi', progress: { status: 'waiting' } })
    again.note(delta(2, ' there'))
    expect(() => again.resume('r')).toThrow('was not cut')
    again.close()
    expect(open(file).path('r')[1]).toMatchObject({
      text: 'Hi there',
      progress: { status: 'failed', error: { code: 'interrupted' } },
    })
  })
})
