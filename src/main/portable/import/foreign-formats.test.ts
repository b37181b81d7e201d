import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { createConversationStore } from '../../conversations/conversation-store'
import { openTemporary, temporaryFile } from '../../conversations/testing/temporary-database'
import { stageFrom } from '../testing/carry'
import { createZip } from '../testing/create-zip'
import { rowsOf } from '../testing/rows-of'

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../testing/fixtures/${name}`, import.meta.url))

/** Imports a file into nothing, and reads what the app then shows of a conversation. */
async function imported(source: string, conversationId = '') {
  const file = temporaryFile()
  openTemporary(file).close()
  const { report, add } = await stageFrom(source, file)
  add()
  const rows = rowsOf(file)
  const database = openTemporary(file)
  const shown = createConversationStore(database, () => 1).open(conversationId).messages
  return { file, report, rows, shown }
}

describe('an export of ChatGPT', () => {
  const source = fixture('chatgpt-conversations.json')
  const id = 'bbbb0001-0000-4000-8000-000000000000'

  it('becomes a tree of what was said, without tools and what ChatGPT hides', async () => {
    const { report, rows, shown } = await imported(source, id)
    expect(report).toEqual({
      conversations: { fresh: 1, known: 0 },
      messages: { fresh: 4, known: 0 },
      presets: { fresh: 0, known: 0 },
      titles: ['川の流れ'],
      problems: [
        { place: 'chatgpt-conversations.json #1', reason: 'attachments', detail: '川の流れ (1)' },
        { place: 'chatgpt-conversations.json #2', reason: 'no-messages', detail: 'Empty' },
        { place: 'chatgpt-conversations.json #3', reason: 'unreadable', detail: 'Broken' },
      ],
      problemCount: 3,
    })
    expect(shown).toMatchObject([
      { role: 'user', text: 'なぜ川は流れるの？', createdAt: 1_700_000_000_500 },
      {
        role: 'assistant',
        text: '重力です。',
        thought: '**Gravity**\n\nWater goes down.',
        modelId: 'openai/gpt-5',
        progress: { status: 'ended', reason: 'complete' },
      },
    ])
    expect(rows.conversation).toMatchObject([
      { id, archived_at: 1_700_000_100_750, created_at: 1_700_000_000_250 },
    ])
    expect(rows.message.at(-1)).toMatchObject({
      text: 'Because of grav',
      parent_id: shown[0]?.id,
      progress: '{"status":"ended","reason":"length"}',
    })
  })

  it('is read inside of its archive, and adds nothing a second time', async () => {
    const folder = temporaryFile().replace('conversations.db', '')
    writeFileSync(
      `${folder}export.zip`,
      createZip({ 'user.json': '{}', 'conversations.json': readFileSync(source, 'utf8') }),
    )
    const { file, report, rows } = await imported(`${folder}export.zip`)
    expect(report.messages).toEqual({ fresh: 4, known: 0 })
    const second = await stageFrom(`${folder}export.zip`, file)
    second.add()
    expect([second.report.messages, rowsOf(file)]).toEqual([{ fresh: 0, known: 4 }, rows])
  })
})

describe('an export of Chatbox', () => {
  it('becomes a conversation per thread, with the branches of each', async () => {
    const { report, rows, shown } = await imported(
      fixture('chatbox-exported-data.json'),
      'cccc0001-0000-4000-8000-000000000000',
    )
    expect(report).toMatchObject({
      conversations: { fresh: 2 },
      messages: { fresh: 5 },
      problems: [{ reason: 'attachments', detail: '旅の相談 (1)' }],
    })
    expect(shown).toMatchObject([
      { role: 'user', text: '京都は？' },
      { role: 'assistant', text: '秋がよいです。', thought: 'Autumn.', modelId: 'openai/gpt-4o' },
    ])
    const words = rows.message.map((one) => ('text' in one ? one.text : ''))
    expect(words).toEqual(['京都は？', '春も。', '秋がよいです。', 'Old?', ''])
    expect(rows.message.at(-1)).toMatchObject({ progress: expect.stringContaining('API Error: 429') })
    expect(rows.conversation).toMatchObject([
      { title: '旅の相談', pinned_at: 1_700_000_003_000 },
      { title: '前の話', created_at: 1_690_000_000_000 },
    ])
  })
})

describe('an export of Open WebUI', () => {
  it('becomes a tree, with thoughts apart from the words', async () => {
    const { report, rows, shown } = await imported(
      fixture('open-webui-chats.json'),
      'dddd0001-0000-4000-8000-000000000000',
    )
    expect(report).toMatchObject({
      conversations: { fresh: 2 },
      messages: { fresh: 5 },
      problems: [{ reason: 'attachments' }],
    })
    expect(shown).toMatchObject([
      { role: 'user', text: 'Why do rivers flow?', createdAt: 1_700_000_000_000 },
      {
        role: 'assistant',
        text: 'Gravity.',
        thought: 'Water > stone.\nDown.',
        modelId: 'open-webui/llama3.2:latest',
        usage: { input: 11, output: 22 },
      },
    ])
    expect(rows.conversation).toMatchObject([
      { title: 'Rivers', pinned_at: 1_700_000_200_000 },
      { title: 'Old' },
    ])
  })
})

describe('a file of no known kind', () => {
  it.each([
    ['no JSON', 'Dear diary', 'unreadable'],
    ['JSON of another kind', '{"a":1}', 'unknown-kind'],
    ['a list of other things', '[1,{"title":"x"}]', 'unreadable'],
    ['an archive without conversations', createZip({ 'user.json': '{}' }), 'unknown-kind'],
    ['a text that ends in the middle', '[{"title":"x"', 'unreadable'],
    ['nothing', '', 'unreadable'],
  ])('is told: %s', async (_, content, reason) => {
    const file = temporaryFile()
    openTemporary(file).close()
    writeFileSync(`${file}.json`, content)
    const { report } = await stageFrom(`${file}.json`, file)
    expect(report.problems[0]?.reason).toBe(reason)
    expect(report.messages.fresh).toBe(0)
  })
})
