import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { ReplyEvent } from '#shared/reply-event'

import { connect } from './connect'
import { openConversations } from './open-conversations'
import { openTemporary, temporaryFile } from './testing/temporary-database'
import { turn } from './testing/turn'

function open(file = temporaryFile()) {
  const onRefused = (cause: unknown) => {
    throw cause
  }
  const opened = openConversations(file, onRefused)
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  onTestFinished(() => void opened.close())
  const { list, makeWay, close } = opened
  return { ...opened.conversations, file, list, makeWay, close }
}

const delta = (at: number, text: string): ReplyEvent => {
  return { type: 'reply-delta', replyId: 'r', kind: 'text', at, text }
}
const stopped: ReplyEvent = { type: 'reply-end', replyId: 'r', reason: 'stopped' }

/** As a disk would that is full: the words can be read, but not one be written. */
const REFUSE_UPDATES = `
  CREATE TRIGGER refuse BEFORE UPDATE ON messages BEGIN SELECT RAISE(ABORT, 'disk full'); END`

describe('conversations', () => {
  it('keep neither the prompt nor the reply when one of them is refused', () => {
    const { keep, open: read } = open()
    keep(turn())
    expect(() => keep(turn({ conversationId: 'd', promptId: 'q', replyId: 'r' }))).toThrow()
    expect(read('d').messages).toEqual([])
    expect(read(undefined).id).toBe('c')
  })

  it('open with the one that was written in last where the wanted one was deleted', () => {
    const { keep, open: read, list } = open()
    keep(turn())
    keep(turn({ conversationId: 'd', promptId: 'q', replyId: 's' }))
    list.change(['d'], { isDeleted: true })
    expect([read('d').id, read('c').id, read('new').id]).toEqual(['c', 'c', 'new'])
  })

  it('leave no timer behind when they are closed', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { keep, note, close } = open()
    keep(turn())
    note(delta(0, 'Hi'))
    expect(vi.getTimerCount()).toBeGreaterThan(0)
    close()
    expect(vi.getTimerCount()).toBe(0)
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

  it('give the same arrivals from any chunk on while a reply comes and when it has come', () => {
    const { keep, note, arrivals } = open()
    keep(turn())
    for (const at of [0, 1, 2]) note(delta(at, 'a'))
    const coming = [0, 1, 3].map((from) => arrivals('r', from))
    note(stopped)
    expect(coming.map(({ length }) => length)).toEqual([3, 2, 0])
    expect([0, 1, 3].map((from) => arrivals('r', from))).toEqual(coming)
  })

  it('know the conversation of a reply, whatever a page says', () => {
    const { keep, conversationOf } = open()
    keep(turn())
    expect(conversationOf('r')).toBe('c')
    expect(() => conversationOf('ghost')).toThrow('no message ghost')
  })

  it.each([
    ['the disk takes nothing', 'unwritable', REFUSE_UPDATES],
    ['a reply in it is damaged', 'damaged', "UPDATE messages SET progress = '{' WHERE id = 'r'"],
  ])('say why they cannot be opened when %s, and let go of the file', (_, code, sql) => {
    const { file, keep, note, close } = open()
    keep(turn())
    note(delta(0, 'Hi'))
    close()
    const database = openTemporary(file)
    database.exec(sql)
    database.close()
    expect(openConversations(file, () => undefined)).toMatchObject({ ok: false, failure: { code } })
    expect(openTemporary(file)).toBeDefined()
  })

  it('say how many replies are lost with the words that were not written', () => {
    const { file, keep, note, close } = open()
    keep(turn())
    keep(turn({ replyId: 'r2' }))
    note(delta(0, 'Hi'))
    const other = connect(file, 0)
    other.exec('DROP TABLE reply_segments')
    other.close()
    expect(close()).toEqual({ unwritten: 1 })
  })

  it('tell nobody of a reply that waits while a work of the app writes alone, and keep its end', () => {
    const { file, keep, note, makeWay, close } = open()
    keep(turn())
    note(delta(0, 'Hi'))
    const work = connect(file, 0)
    makeWay(true)
    work.exec('BEGIN IMMEDIATE')
    note(stopped)
    work.exec('COMMIT')
    work.close()
    makeWay(false)
    expect(close()).toEqual({ unwritten: 0 })
    expect(open(file).open('c').messages).toMatchObject([{}, { text: 'Hi', progress: { reason: 'stopped' } }])
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
