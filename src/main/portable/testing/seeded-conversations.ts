import { encodeArrivals } from '../../conversations/arrivals'
import type { Database, SqlValue } from '../../conversations/connect'

/** A UUID that a number stands for. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

const DETAILS = JSON.stringify({ finishReason: 'STOP', thoughtSignatures: ['sign'] })
const USAGE = JSON.stringify({ input: 3, output: 5, thought: 2 })

/**
 * Conversations with everything that a row can hold: branches, thoughts, arrivals, folders, marks, drafts, replies that
 * failed, deleted messages, text in two languages with every kind of character.
 */
export function seedConversations(database: Database, conversations: number, turns = 3): void {
  database.transact(() => {
    insert(database, 'folders', { id: uuid(900), name: '仕事', position: 1, created_at: 1 })
    insert(database, 'folders', {
      id: uuid(901),
      parent_id: uuid(900),
      name: 'Flow',
      position: 0,
      created_at: 2,
    })
    insert(database, 'presets', { id: uuid(800), name: '翻訳', text: '{{文}}を訳して', updated_at: 3 })
    for (let number = 1; number <= conversations; number += 1) seedOne(database, number, turns)
  })
}

function seedOne(database: Database, number: number, turns: number): void {
  const at = number * 1_000
  const conversationId = uuid(number)
  const marks =
    number % 3 === 0
      ? { folder_id: uuid(901), pinned_at: at, archived_at: null }
      : { archived_at: number % 5 === 0 ? at : null }
  insert(database, 'conversations', {
    ...{ id: conversationId, title: `会話 ${number} “flow”`, title_source: 'user', created_at: at },
    ...{ updated_at: at + 500, deleted_at: number % 7 === 0 ? at : null, unread_at: null },
    ...marks,
  })
  let parent: string | null = null
  for (let turn = 0; turn < turns; turn += 1) parent = seedTurn(database, { number, turn, parent, at })
  database.run('UPDATE conversations SET leaf_id = ? WHERE id = ?', [parent, conversationId])
  if (number % 2 === 0)
    insert(database, 'drafts', { conversation_id: conversationId, text: '下書き\n🌊', updated_at: at })
  const parameters = JSON.stringify({ systemPrompt: '川のように', temperature: 0.5 })
  insert(database, 'conversation_parameters', { conversation_id: conversationId, parameters })
}

interface Turn {
  readonly number: number
  readonly turn: number
  readonly parent: string | null
  readonly at: number
}

/** A prompt and two replies to it. Returns the one that is gone on from. */
function seedTurn(database: Database, { number, turn, parent, at }: Turn): string {
  const [prompt, first, second] = [0, 1, 2].map((place) => uuid(number * 1_000_000 + turn * 10 + place))
  const node = { conversation_id: uuid(number), created_at: at + turn }
  insert(database, 'messages', {
    ...node,
    id: prompt!,
    parent_id: parent,
    role: 'user',
    text: `流れ ${turn}?\n\t"\\`,
  })
  const reply = { ...node, parent_id: prompt!, role: 'assistant', model_id: 'vertex/gemini-3.5-flash' }
  const failed = { status: 'failed', error: { code: 'interrupted', detail: 'cut' } }
  insert(database, 'messages', {
    ...reply,
    ...{ id: first!, text: 'half', thought: '', progress: JSON.stringify(failed), ended_at: at + 1 },
    // Lately: what was deleted a month ago is emptied at a start.
    ...{ deleted_at: turn === 1 ? Date.now() : null },
  })
  insert(database, 'messages', {
    ...reply,
    ...{
      id: second!,
      text: `**Answer** ${turn} 👩‍👩‍👧 \u2028 $x^2$`,
      thought: '考え',
      usage: USAGE,
      details: DETAILS,
    },
    ...{ progress: '{"status":"ended","reason":"complete"}', ended_at: at + 2, chosen_at: at + 3 },
  })
  const arrivals = encodeArrivals([
    { atMs: 12.345, kind: 'thought', length: 2 },
    { atMs: 300.001, kind: 'text', length: 70_000 },
  ])
  insert(database, 'reply_arrivals', { reply_id: second!, arrivals })
  return second!
}

function insert(database: Database, table: string, values: Readonly<Record<string, SqlValue>>): void {
  const names = Object.keys(values)
  const marks = names.map(() => '?').join(', ')
  database.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`, Object.values(values))
}
