import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { openTemporary, temporaryFile } from '../conversations/testing/temporary-database'
import { exportTo, stageFrom } from './testing/carry'
import { rowsOf } from './testing/rows-of'
import { seedConversations, uuid } from './testing/seeded-conversations'

/** A file of conversations, exported. */
async function exported(conversations = 8) {
  const file = temporaryFile()
  const target = `${file}.jsonl`
  seedConversations(openTemporary(file), conversations)
  await exportTo(file, target)
  return { file, target, lines: readFileSync(target, 'utf8').trimEnd().split('\n') }
}

function empty(): string {
  const file = temporaryFile()
  openTemporary(file)
  return file
}

describe('an export of everything', () => {
  it('comes back row by row as it was', async () => {
    const { file, target } = await exported()
    const other = empty()
    const { report, add } = await stageFrom(target, other)
    expect(report).toMatchObject({
      conversations: { fresh: 8, known: 0 },
      messages: { fresh: 72, known: 0 },
      problems: [],
    })
    expect(rowsOf(other).message).toEqual([])
    add()
    expect(rowsOf(other)).toEqual(rowsOf(file))
    expect(rowsOf(other).message.length).toBe(72)
  })

  it('adds nothing where everything is there already', async () => {
    const { file, target } = await exported()
    const before = rowsOf(file)
    const { report, add } = await stageFrom(target, file)
    expect(report).toMatchObject({
      conversations: { fresh: 0, known: 8 },
      messages: { fresh: 0, known: 72 },
      titles: [],
    })
    add()
    expect(rowsOf(file)).toEqual(before)
  })

  it('gives back what is missing, and leaves what was changed since', async () => {
    const { file, target } = await exported()
    const before = rowsOf(file)
    const database = openTemporary(file.replace('conversations.db', 'other.db'))
    database.close()
    const other = file.replace('conversations.db', 'other.db')
    const first = await stageFrom(target, other)
    first.add()
    const changed = openTemporary(other)
    const last = uuid(3_000_022)
    changed.run('DELETE FROM reply_arrivals WHERE reply_id = ?', [last])
    changed.run("UPDATE conversations SET title = 'mine', leaf_id = ? WHERE id = ?", [
      uuid(3_000_020),
      uuid(3),
    ])
    changed.run('DELETE FROM messages WHERE id = ?', [last])
    changed.close()
    const { report, add } = await stageFrom(target, other)
    add()
    const after = rowsOf(other)
    expect(report).toMatchObject({ conversations: { fresh: 0, known: 8 }, messages: { fresh: 1, known: 71 } })
    expect(new Set(after.message)).toEqual(new Set(before.message))
    expect(after.arrivals).toEqual(before.arrivals)
    // Gone on from where it stood.
    expect(after.conversation[2]).toEqual({ ...before.conversation[2], title: 'mine', leaf_id: last })
  })

  it('reads every other line when some cannot be read, and says which', async () => {
    const { lines } = await exported(2)
    const damaged = empty()
    const broken = lines.map((line, index) => (index === 6 ? line.slice(0, 40) : line))
    const source = `${damaged}.jsonl`
    writeFileSync(source, [...broken.slice(0, -1), '{"type":"message","id":7}', broken.at(-1)].join('\n'))
    const { report, add } = await stageFrom(source, damaged)
    add()
    expect(report.problems.map(({ place, reason }) => `${place} ${reason}`)).toEqual([
      'line 7 unreadable',
      `line ${lines.length} unreadable`,
    ])
    expect(rowsOf(damaged).message.length).toBe(17)
    // What hung on the lost message is there, as a beginning of its own.
    expect(rowsOf(damaged).message.filter((one) => 'parent_id' in one && one.parent_id === null).length).toBe(
      3,
    )
  })

  it('reads what is nested too deep to be written again as a line of no use, and changes no prototype', async () => {
    const { file, lines } = await exported(2)
    const other = empty()
    const source = `${other}.jsonl`
    const deep = `"details":{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const at = lines.findIndex((line) => line.includes('"details":null'))
    const hostile = lines
      .map((line, index) => (index === at ? line.replace('"details":null', deep) : line))
      .map((line) => line.replace(/^\{/, '{"__proto__":{"polluted":1},'))
    writeFileSync(source, hostile.join('\n'))
    const { report, add } = await stageFrom(source, other)
    add()
    expect(report.problems).toMatchObject([{ place: `line ${at + 1}`, reason: 'unreadable' }])
    expect(rowsOf(other).message.length).toBe(rowsOf(file).message.length - 1)
    expect('polluted' in {}).toBe(false)
  })

  it('says that it was cut off, and keeps what came before', async () => {
    const { lines } = await exported(2)
    const other = empty()
    writeFileSync(`${other}.jsonl`, lines.slice(0, 8).join('\n'))
    const { report } = await stageFrom(`${other}.jsonl`, other)
    expect(report.problems).toEqual([{ place: 'line 9', reason: 'cut-off', detail: '' }])
    expect(report.messages.fresh).toBe(4)
  })

  it('refuses what a newer version wrote, with its number', async () => {
    const { lines } = await exported(1)
    const other = empty()
    writeFileSync(
      `${other}.jsonl`,
      [lines[0]!.replace('"version":1', '"version":2'), ...lines.slice(1)].join('\n'),
    )
    const { report } = await stageFrom(`${other}.jsonl`, other)
    expect(report).toMatchObject({
      conversations: { fresh: 0 },
      problems: [{ place: 'line 1', reason: 'newer-version', detail: '2' }],
    })
  })
})

describe('an export of one conversation', () => {
  it('holds that one with the folders that it lies in, and nothing else', async () => {
    const { file } = await exported()
    await exportTo(file, `${file}.one`, { conversationId: uuid(3) })
    const other = empty()
    const { add } = await stageFrom(`${file}.one`, other)
    add()
    const all = rowsOf(file)
    expect(rowsOf(other)).toEqual({
      folder: all.folder,
      conversation: all.conversation.filter((row) => 'id' in row && row.id === uuid(3)),
      message: all.message.filter((row) => 'conversation_id' in row && row.conversation_id === uuid(3)),
      arrivals: all.arrivals.filter(
        (row) =>
          'reply_id' in row &&
          Number.parseInt(String(row.reply_id).slice(-12), 16) < 4_000_000 &&
          Number.parseInt(String(row.reply_id).slice(-12), 16) >= 3_000_000,
      ),
      draft: [],
      parameters: all.parameters.filter((row) => 'conversation_id' in row && row.conversation_id === uuid(3)),
      preset: [],
    })
  })
})

describe('an export of prompts', () => {
  it('holds them and nothing else, and adds those that are new', async () => {
    const { file } = await exported(2)
    const target = `${file}.prompts`
    await exportTo(file, target, { isOnlyPresets: true })
    const other = empty()
    const first = await stageFrom(target, other)
    expect(first.report).toMatchObject({
      presets: { fresh: 1, known: 0 },
      messages: { fresh: 0 },
      problems: [],
    })
    first.add()
    expect(rowsOf(other)).toEqual({ ...rowsOf(empty()), preset: rowsOf(file).preset })
    expect(rowsOf(other).preset).toMatchObject([{ name: '翻訳', text: '{{文}}を訳して' }])
    expect((await stageFrom(target, other)).report.presets).toEqual({ fresh: 0, known: 1 })
  })

  it('tells one that is none', async () => {
    const { lines } = await exported(1)
    const source = `${empty()}.jsonl`
    writeFileSync(source, lines.join('\n').replace('"name":"翻訳"', '"name":"\\n"'))
    const { report } = await stageFrom(source, empty())
    expect(report).toMatchObject({ presets: { fresh: 0 }, problems: [{ reason: 'unreadable' }] })
  })
})

describe('an export', () => {
  it('holds no path of this computer', async () => {
    const file = temporaryFile()
    const database = openTemporary(file)
    seedConversations(database, 1)
    const facts = { file: '/home/me/key.json', host: 'a.example' }
    const detail =
      'ENOENT: /home/me/Documents/key.json and C:\\Users\\me\\key.json, see https://a.example/b/c'
    database.run("UPDATE messages SET progress = ? WHERE role = 'assistant'", [
      JSON.stringify({ status: 'failed', error: { code: 'missing-credentials', detail, facts } }),
    ])
    await exportTo(file, `${file}.jsonl`)
    const text = readFileSync(`${file}.jsonl`, 'utf8')
    expect(text).not.toMatch(/home|Users|key\.json/)
    expect(text).toContain('ENOENT: … and …, see https://a.example/b/c')
    expect(text).toContain('"host":"a.example"')
  })

  it('gives a reply that is still coming with every word that came, as one that was cut', async () => {
    const file = temporaryFile()
    const database = openTemporary(file)
    seedConversations(database, 1, 1)
    const reply = uuid(1_000_002)
    database.run('UPDATE messages SET ended_at = NULL, text = ?, progress = ? WHERE id = ?', [
      'a',
      '{"status":"streaming"}',
      reply,
    ])
    database.run("INSERT INTO reply_segments (reply_id, text, thought, arrivals) VALUES (?, 'bc', '', x'')", [
      reply,
    ])
    await exportTo(file, `${file}.jsonl`)
    const other = empty()
    const { add } = await stageFrom(`${file}.jsonl`, other)
    add()
    expect(rowsOf(other).message).toContainEqual(
      expect.objectContaining({
        id: reply,
        text: 'abc',
        progress: expect.stringContaining('interrupted'),
        ended_at: 1_800_000_000_000,
      }),
    )
  })
})
