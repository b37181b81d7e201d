import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldText } from '#shared/fold-text'

import { createConversationStore } from '../conversation-store'
import type { Database } from '../connect'
import { createReplyStore } from '../reply-store'
import { openTemporary } from '../testing/temporary-database'
import { turn } from '../testing/turn'
import { createSearch } from './search'
import { createSearchIndex } from './search-index'

const NOW = new Date(2026, 10, 25).getTime()
const DAY_MS = 86_400_000

function createParts(database: Database = openTemporary()) {
  let time = NOW
  const store = createConversationStore(database, () => time)
  const replies = createReplyStore(database, () => time)
  const index = createSearchIndex(database, () => performance.now())
  const search = createSearch({ database, index, now: () => NOW, pause: async () => {} })
  let ids = 0

  /** A conversation of one prompt, and of a reply if there is one. Gives their ids. */
  function say(prompt: string, reply?: string, { modelId = 'vertex/gemini-3.5-flash', daysAgo = 0 } = {}) {
    time = NOW - daysAgo * DAY_MS
    const number = ++ids
    const [conversationId, promptId, replyId] = [`c${number}`, `p${number}`, `r${number}`]
    const waiting = store.addTurn(turn({ conversationId, promptId, replyId, text: prompt, modelId }))
    if (reply !== undefined) {
      const ended = { status: 'ended', reason: 'complete' } as const
      replies.finish({ ...waiting, text: reply, progress: ended }, new Uint8Array())
    }
    return { conversationId, promptId, replyId }
  }

  async function find(text: string) {
    while (index.read(1_000));
    return (await search(text, new AbortController().signal))!
  }

  const idsOf = async (text: string) => (await find(text)).messages.map(({ messageId }) => messageId)
  const conversationsOf = async (text: string) =>
    (await find(text)).conversations.map(({ conversationId }) => conversationId)
  return { database, index, search, store, replies, say, find, idsOf, conversationsOf }
}

describe('the search', () => {
  it('finds a text exactly when it contains every word of the query, whatever the length and the writing', async () => {
    const parts = createParts()
    const sign = fc.constantFrom(
      ...['あ', 'ア', 'ｱ', '日', '本', 'a', 'A', 'ａ', 'b', '"', '*', '-', '😀', ' ', '\n', 'が', 'ｶﾞ', 'é'],
    )
    const text = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join(''))
    const texts = fc.sample(text, { numRuns: 100, seed: 4 })
    const said = texts.map((one) => ({ text: one, id: parts.say(one).promptId }))
    while (parts.index.read(1_000));
    const word = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(...texts).chain((one) => {
          const signs = [...one]
          return fc
            .tuple(fc.nat(signs.length - 1), fc.integer({ min: 1, max: 6 }))
            .map(([at, length]) => signs.slice(at, at + length).join(''))
        }),
      },
      { weight: 1, arbitrary: text },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 2 }), async (words) => {
        const sought = words.map((one) => one.replaceAll('"', '')).filter((one) => one.trim() !== '')
        if (sought.length === 0) return
        const found = await parts.idsOf(sought.map((one) => `"${one}"`).join(' '))
        const expected = said
          .filter((one) => sought.every((part) => foldText(one.text).includes(foldText(part))))
          .map(({ id }) => id)
        expect(found.filter((id) => !expected.includes(id))).toEqual([])
        expect(found).toHaveLength(Math.min(40, expected.length))
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['流れ', 'る流れは絶えず', '流れ'],
    ['川', '鴨川のほとり', '川'],
    ['ストリーム', 'ｽﾄﾘｰﾑを見る', 'ｽﾄﾘｰﾑ'],
    ['いんすぺくた', 'インスペクターを開く', 'インスペクタ'],
    ['gpt', 'ＧＰＴの話', 'ＧＰＴ'],
    ['"old mill"', 'past the Old\nMill and on', 'Old Mill'],
    ['c++', 'Learn C++ today', 'C++'],
    ['cafe', 'the Café', 'Café'],
  ])('marks what was found for %s', async (query, text, marked) => {
    const parts = createParts()
    const { promptId } = parts.say(text)
    const { messages } = await parts.find(query)
    expect(messages.map(({ messageId }) => messageId)).toEqual([promptId])
    const { excerpt = '', ranges = [] } = messages[0] ?? {}
    expect(ranges.map(({ start, end }) => excerpt.slice(start, end))).toEqual([marked])
  })

  it('shows of a long text the part with the word in it, in one line', async () => {
    const parts = createParts()
    parts.say(`${'ｶﾞﾀｺﾞﾄ①㌔😀\n'.repeat(2_000)}ここに鮎がいる${'\n次'.repeat(500)}`)
    const { excerpt = '', ranges = [] } = (await parts.find('鮎')).messages[0] ?? {}
    expect(ranges.map(({ start, end }) => excerpt.slice(start, end))).toEqual(['鮎'])
    expect(excerpt).toMatch(/^…[^\n]{30,}ここに鮎がいる[^\n]{100,}…$/)
    expect(excerpt.length).toBeLessThan(220)
  })

  it('finds a reply from its ending on, and what it says after it was continued', async () => {
    const parts = createParts()
    const { replyId } = parts.say('Question', undefined)
    const running = parts.replies.unfinished()[0]!.reply
    expect(await parts.idsOf('riverbed')).toEqual([])
    const cut = { status: 'ended', reason: 'stopped' } as const
    parts.replies.finish({ ...running, text: 'The riverbed', progress: cut }, new Uint8Array())
    expect(await parts.idsOf('riverbed')).toEqual([replyId])
    const { reply } = parts.replies.resume(replyId)
    const ended = { status: 'ended', reason: 'complete' } as const
    parts.replies.finish({ ...reply, text: 'The riverbed is dry', progress: ended }, new Uint8Array())
    expect(await parts.idsOf('"bed is dry"')).toEqual([replyId])
  })

  it('does not find what is deleted, and finds it again when that is undone', async () => {
    const parts = createParts()
    const { promptId, conversationId } = parts.say('A quiet river')
    const set = (table: string, id: string, at: number | null) =>
      parts.database.run(`UPDATE ${table} SET deleted_at = ? WHERE id = ?`, [at, id])
    set('messages', promptId, NOW)
    expect(await parts.idsOf('river')).toEqual([])
    set('messages', promptId, null)
    expect(await parts.idsOf('river')).toEqual([promptId])
    set('conversations', conversationId, NOW)
    expect(await parts.find('quiet')).toMatchObject({ conversations: [], messages: [] })
    expect((await parts.find('')).conversations).toEqual([])
  })

  it('forgets what is removed for good', async () => {
    const parts = createParts()
    const { conversationId } = parts.say('A quiet river', 'It is.')
    await parts.find('river')
    parts.database.run('UPDATE conversations SET leaf_id = NULL')
    parts.database.run('DELETE FROM reply_arrivals')
    parts.database.exec('DELETE FROM messages WHERE parent_id IS NOT NULL')
    parts.database.run('DELETE FROM messages')
    parts.database.run('DELETE FROM conversations WHERE id = ?', [conversationId])
    expect(await parts.find('river')).toMatchObject({ conversations: [], messages: [], unread: 0 })
    const entries = 'SELECT count(*) AS rows FROM message_trigrams WHERE message_trigrams MATCH \'"riv"\''
    expect(parts.database.all(entries)).toEqual([{ rows: 0 }])
  })

  it('filters by model, folder, day and by what must not be there', async () => {
    const parts = createParts()
    const old = parts.say('river one', 'river reply', { daysAgo: 40 })
    const other = parts.say('river two', 'sea and river', { modelId: 'demo/flow' })
    const { database } = parts
    database.exec(`INSERT INTO folders (id, parent_id, name, position, created_at)
      VALUES ('f', NULL, '旅行', 0, 0), ('g', 'f', 'Kyoto', 0, 0)`)
    database.run("UPDATE conversations SET folder_id = 'g' WHERE id = ?", [old.conversationId])

    expect(await parts.idsOf('river model:"gemini 3.5"')).toEqual([old.replyId])
    expect(await parts.idsOf('model:demo')).toEqual([other.replyId])
    expect(new Set(await parts.idsOf('river in:旅行'))).toEqual(new Set([old.promptId, old.replyId]))
    expect(await parts.conversationsOf('in:kyoto')).toEqual([old.conversationId])
    expect(new Set(await parts.idsOf('river before:2026-11-01'))).toEqual(
      new Set([old.promptId, old.replyId]),
    )
    expect(new Set(await parts.idsOf('river after:2026-11-01'))).toEqual(
      new Set([other.promptId, other.replyId]),
    )
    expect(new Set(await parts.idsOf('river -sea after:today'))).toEqual(new Set([other.promptId]))
    expect(await parts.find('river in:nowhere')).toMatchObject({
      ...{ messages: [], conversations: [], problems: [{ kind: 'no-folder', value: 'nowhere' }] },
    })
  })

  it('puts the newer of two equal texts first, and the one that is about the word before one that names it', async () => {
    const parts = createParts()
    const long = `${'Something else entirely. '.repeat(60)}trout`
    const [older, about, naming] = [
      parts.say('Trout and trout', undefined, { daysAgo: 300 }),
      parts.say('Trout and trout', undefined, { daysAgo: 10 }),
      parts.say(long, undefined, { daysAgo: 9 }),
    ].map(({ promptId }) => promptId)
    expect(await parts.idsOf('trout')).toEqual([about, older, naming])
  })

  it('finds conversations by their titles, and without a word the latest', async () => {
    const parts = createParts()
    const ids = Array.from(
      { length: 10 },
      (_, day) => parts.say(`Tale ${day}`, undefined, { daysAgo: 20 - day }).conversationId,
    )
    expect(await parts.conversationsOf('')).toEqual(ids.slice(2).toReversed())
    parts.database.run("UPDATE conversations SET title = '京都のｶﾌｪ' WHERE id = ?", [ids[0]!])
    const { conversations } = await parts.find('カフェ')
    expect(conversations).toMatchObject([{ conversationId: ids[0], ranges: [{ start: 3, end: 6 }] }])
    expect(await parts.conversationsOf('"tale 0"')).toEqual([])
  })

  it('says how much it has not read, and reads the newest first', async () => {
    const parts = createParts()
    for (let number = 0; number < 30; number++) parts.say(`river ${number}`)
    const slow = createSearchIndex(
      parts.database,
      (() => {
        let time = 0
        return () => (time += 1)
      })(),
    )
    const search = createSearch({
      database: parts.database,
      index: slow,
      now: () => NOW,
      pause: async () => {},
    })
    const found = (await search('river', new AbortController().signal))!
    expect(found.messages[0]).toMatchObject({ messageId: 'p30' })
    expect(found.unread).toBeGreaterThan(0)
    expect(found.messages).toHaveLength(30 - parts.database.all('SELECT * FROM unread_messages').length)
  })

  it('ends when it is told to', async () => {
    const parts = createParts()
    parts.say('river')
    expect(await parts.search('river', AbortSignal.abort())).toBeUndefined()
  })
})
