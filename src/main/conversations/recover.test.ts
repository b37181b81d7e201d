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
import { turn } from './testing/turn'

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

/** Kills a writer at its so many-th write. Returns how many characters it had said to be kept, if it could say it. */
async function killWriter(file: string, writes: number): Promise<number> {
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
  return said.at(-1) ?? Infinity
}

/** Recovers and returns the text, after looking at everything else. */
function recoverText(file: string): string {
  const database = openTemporary(file)
  expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  const store = createReplyStore(database, () => 9)
  const unfinished = () => store.unfinished().map(({ reply }) => reply.id)
  expect(unfinished()).toEqual(['r'])
  recover(store)
  expect(unfinished()).toEqual([])
  const reply = createConversationStore(database, () => 9).open('c').messages[1]
  expect(reply).toMatchObject({ progress: { status: 'failed', error: { code: 'interrupted' } } })
  const text = reply?.text ?? ''
  expect(WHOLE.startsWith(text)).toBe(true)
  expect(store.arrivals('r').reduce((sum, { length }) => sum + length, 0)).toBe(text.length)
  database.close()
  return text
}

describe('recovery', () => {
  it.each([1, 7, 25])('finds after a kill all that was written before it, at write %i', async (writes) => {
    const file = temporaryFile()
    const said = await killWriter(file, writes)
    expect(recoverText(file).length).toBeGreaterThanOrEqual(said)
  })

  it('finds every part of a reply that was killed, continued and killed again', async () => {
    const file = temporaryFile()
    await killWriter(file, 3)
    const said = [await killWriter(file, 1), await killWriter(file, 12)]
    expect(said[1]).toBeGreaterThan(said[0] ?? Infinity)
    expect(recoverText(file).length).toBeGreaterThanOrEqual(said[1] ?? Infinity)
  })

  it('leaves replies that ended alone', () => {
    const database = openTemporary()
    const conversations = createConversationStore(database, () => 1)
    const store = createReplyStore(database, () => 2)
    const reply = conversations.addTurn(turn())
    const ended = { ...reply, text: 'Hi', progress: { status: 'ended', reason: 'complete' } } as const
    store.finish(ended, new Uint8Array())
    recover(store)
    expect(conversations.open('c').messages[1]).toEqual(ended)
    expect(() => store.finish({ ...ended, text: 'Overwritten' }, new Uint8Array())).toThrow(
      'no running reply',
    )
  })
})
