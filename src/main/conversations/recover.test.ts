import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'

import { createConversationStore } from './conversation-store'
import { openDatabase } from './database'
import { recover } from './recover'
import { createReplyStore } from './reply-store'
import { openTemporary, temporaryFile } from './testing/temporary-database'

const WRITER = fileURLToPath(new URL('testing/write-journal.ts', import.meta.url))

function startWriter(file: string): ChildProcess & { readonly stdout: NodeJS.ReadableStream } {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, file, 'r'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void writer.kill('SIGKILL'))
  return writer
}

/** What the writer streams, so long that no run gets to its end. */
const WHOLE = Array.from({ length: 100_000 }, (_, number) => `${number} 流れ\n`).join('')

describe('recovery', () => {
  it.each([1, 7, 25])('finds after a kill all that was written before it, at write %i', async (writes) => {
    const file = temporaryFile()
    const writer = startWriter(file)
    const said: number[] = []
    for await (const line of createInterface({ input: writer.stdout })) {
      said.push(Number(line))
      if (said.length === writes) {
        expect(openDatabase(file)).toEqual({ ok: false, failure: { code: 'in-use' } })
        writer.kill('SIGKILL')
      }
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit')

    const database = openTemporary(file)
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    const store = createReplyStore(database, () => 9)
    expect(recover(store)).toEqual(['r'])
    const reply = createConversationStore(database, () => 9).open('c').messages[1]
    expect(reply).toMatchObject({ progress: { status: 'failed', error: { code: 'interrupted' } } })
    const text = reply?.text ?? ''
    expect(WHOLE.startsWith(text)).toBe(true)
    expect(text.length).toBeGreaterThanOrEqual(said.at(-1) ?? Infinity)
    expect(store.arrivals('r').reduce((sum, { length }) => sum + length, 0)).toBe(text.length)
    expect(recover(store)).toEqual([])
  })

  it('leaves replies that ended alone', () => {
    const database = openTemporary()
    const conversations = createConversationStore(database, () => 1)
    const store = createReplyStore(database, () => 2)
    conversations.addPrompt({ conversationId: 'c', id: 'p', parentId: null, text: 'Hello' })
    const reply = conversations.addReply({ id: 'r', promptId: 'p', modelId: 'm' })
    const ended = { ...reply, text: 'Hi', progress: { status: 'ended', reason: 'complete' } } as const
    store.finish(ended, new Uint8Array())
    expect(recover(store)).toEqual([])
    expect(conversations.open('c').messages[1]).toEqual(ended)
    expect(() => store.finish({ ...ended, text: 'Overwritten' }, new Uint8Array())).toThrow(
      'no running reply',
    )
  })
})
