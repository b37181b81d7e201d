import { randomUUID } from 'node:crypto'

import type { Database } from '../../src/main/conversations/connect'
import { openDatabase } from '../../src/main/conversations/database'
import { createSearchIndex, type SearchIndex } from '../../src/main/conversations/search/search-index'
import { createRandom } from '../random'
import { createWriter, type Language } from './write-texts'

export const MESSAGES = 200_000
export const CONVERSATIONS = 10_000
export const LONG_CONVERSATION = 5_000
/** Titles by which the window finds them; both are the newest. */
export const LONG_TITLE = 'The long conversation'
export const SHORT_TITLE = 'The short conversation'

const SEED = 7
const FIRST_MS = Date.UTC(2024, 0, 1)
const BETWEEN_MS = 300_000

export interface History {
  readonly database: Database
  readonly index: SearchIndex
  readonly indexSeconds: number
}

/** Ten thousand conversations in Japanese and English, written as the app would keep them, and read into the index. */
export function buildHistory(file: string): History {
  const opened = openDatabase(file)
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const { database } = opened
  const random = createRandom(SEED)
  const writer = createWriter(random)
  let at = FIRST_MS

  function addConversation(messages: number, title: string | undefined): void {
    const language: Language = random() < 0.5 ? 'ja' : 'en'
    const id = randomUUID()
    const name = title ?? writer.text(language, 12).slice(0, 60)
    database.run(ADD_CONVERSATION, [id, name, at, at])
    let parentId: string | null = null
    for (let number = 0; number < messages; number++) {
      const messageId = randomUUID()
      const isPrompt = number % 2 === 0
      const text = writer.text(language, isPrompt ? 20 + random() * 80 : 100 + random() * 500)
      const reply = isPrompt ? ['user', null, null, null] : ['assistant', 'demo/flow', COMPLETE, at]
      database.run(ADD_MESSAGE, [messageId, id, parentId, text, at, ...reply])
      parentId = messageId
      at += BETWEEN_MS
    }
    database.run('UPDATE conversations SET leaf_id = ?, updated_at = ? WHERE id = ?', [parentId, at, id])
  }

  const each = Math.floor((MESSAGES - LONG_CONVERSATION) / (CONVERSATIONS - 1) / 2) * 2
  for (let done = 0; done < CONVERSATIONS - 2; done += 1_000) {
    database.transact(() => {
      for (let number = done; number < Math.min(done + 1_000, CONVERSATIONS - 2); number++)
        addConversation(each + 2 * (number % 2), undefined)
    })
  }
  database.transact(() => {
    addConversation(LONG_CONVERSATION, LONG_TITLE)
    addConversation(2, SHORT_TITLE)
  })
  console.error('▸ written')
  const index = createSearchIndex(database, () => performance.now())
  const startedAt = performance.now()
  while (index.read(60_000)) console.error(`▸ ${index.countUnread()} texts are not read yet`)
  return { database, index, indexSeconds: (performance.now() - startedAt) / 1000 }
}

const COMPLETE = JSON.stringify({ status: 'ended', reason: 'complete' })

const ADD_CONVERSATION = 'INSERT INTO conversations (id, title, created_at, updated_at) VALUES (?, ?, ?, ?)'

const ADD_MESSAGE = `
  INSERT INTO messages (id, conversation_id, parent_id, text, created_at, role, model_id, progress, ended_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
