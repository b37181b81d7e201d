import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'

import { connect } from './connect'
import { createConversationStore } from './conversation-store'
import { openDatabase } from './database'
import { openTemporary, temporaryFile } from './testing/temporary-database'
import { turn } from './testing/turn'

describe('opening the conversations', () => {
  it('finds again what was written before', () => {
    const file = temporaryFile()
    const first = openTemporary(file)
    const reply = createConversationStore(first, () => 1).addTurn(turn({ text: '流れ' }))
    first.close()
    expect(createConversationStore(openTemporary(file), () => 2).open('c').messages).toEqual([
      { id: 'p', parentId: null, role: 'user', text: '流れ', createdAt: 1 },
      reply,
    ])
  })

  it('refuses a second writer with a reason, and lets it in once the first has gone', () => {
    const file = temporaryFile()
    const first = openTemporary(file)
    expect(openDatabase(file)).toEqual({ ok: false, failure: { code: 'in-use' } })
    first.close()
    expect(openTemporary(file)).toBeDefined()
  })

  it('lets a reader in beside the writer', () => {
    const file = temporaryFile()
    openTemporary(file)
    const reader = connect(file, 0)
    expect(reader.all('SELECT count(*) AS count FROM messages')).toEqual([{ count: 0 }])
    reader.close()
  })

  it('says of a file that is no database that it is damaged, and leaves its bytes alone', () => {
    const file = temporaryFile()
    writeFileSync(file, 'not a database '.repeat(100))
    expect(openDatabase(file)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    expect(readFileSync(file, 'utf8')).toBe('not a database '.repeat(100))
    expect(openDatabase(file)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
  })

  it('says of a folder that is not there that it cannot be written', () => {
    const file = `${dirname(temporaryFile())}/missing/conversations.db`
    expect(openDatabase(file)).toMatchObject({ ok: false, failure: { code: 'unwritable' } })
  })

  it('is one whole file after it is closed', () => {
    const file = temporaryFile()
    const database = openTemporary(file)
    createConversationStore(database, () => 1).addTurn(turn())
    database.close()
    const copied = `${file}.copied`
    copyFileSync(file, copied)
    expect(createConversationStore(openTemporary(copied), () => 1).latest()).toBe('c')
  })

  it('is one whole file after it is closed, though somebody still reads it', () => {
    const file = temporaryFile()
    const database = openTemporary(file)
    const reader = connect(file, 0)
    reader.all('SELECT * FROM messages')
    createConversationStore(database, () => 1).addTurn(turn())
    database.close()
    copyFileSync(file, `${file}.copied`)
    reader.close()
    expect(createConversationStore(openTemporary(`${file}.copied`), () => 1).latest()).toBe('c')
  })

  it('keeps nothing of a transaction that throws, and passes the reason on', () => {
    const database = openTemporary()
    const failing = () => {
      database.run("INSERT INTO conversations (id, title, created_at, updated_at) VALUES ('c', '', 1, 1)")
      throw new Error('half-way')
    }
    expect(() => database.transact(failing)).toThrow('half-way')
    expect(database.all('SELECT * FROM conversations')).toEqual([])
  })

  it('syncs to the disk only where it is asked to', () => {
    const database = openTemporary()
    const level = () => database.all('PRAGMA synchronous')
    expect([database.transact(level), database.transact(level, 'full'), database.transact(level)]).toEqual([
      [{ synchronous: 1 }],
      [{ synchronous: 2 }],
      [{ synchronous: 1 }],
    ])
  })
})
