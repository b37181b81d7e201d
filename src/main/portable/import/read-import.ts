import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'

import { chatboxSchema, fromChatbox } from './from-chatbox'
import { chatGptSchema, fromChatGpt } from './from-chatgpt'
import { beginsExport, fromExport } from './from-export'
import { fromOpenWebUi, openWebUiSchema } from './from-open-webui'
import { type ImportRecord, problem } from './import-record'
import { jsonValues } from './json-values'
import { treeRows } from './tree-rows'
import { zipEntries } from './zip-entries'

/** Tells how many bytes of the file are read by now. */
export type OnRead = (bytes: number) => void

const HEAD_BYTES = 4_096
const CHUNK_BYTES = 256 * 1024

/** Everything that a file holds, whichever of the known kinds it is. Never more than one conversation is in memory. */
export async function* readImport(file: string, onRead: OnRead): AsyncGenerator<ImportRecord, void> {
  const head = await readHead(file)
  if (head.startsWith('PK\u0003\u0004')) return yield* fromZip(file, onRead)
  const [firstLine = ''] = head.split('\n', 1)
  if (beginsExport(firstLine)) return yield* fromExport(linesOf(file, onRead))
  yield* fromJson(counted(createReadStream(file, { highWaterMark: CHUNK_BYTES }), onRead), basename(file))
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
  } finally {
    await handle.close()
  }
}

async function* fromZip(file: string, onRead: OnRead): AsyncGenerator<ImportRecord, void> {
  let isKnown = false
  for await (const { name, chunks } of zipEntries(file, /(?:^|\/)conversations(?:-\d+)?\.json$/, onRead)) {
    isKnown = true
    yield* fromJson(chunks, name)
  }
  if (!isKnown) yield problem(basename(file), 'unknown-kind')
}

function linesOf(file: string, onRead: OnRead): AsyncIterable<string> {
  const input = createReadStream(file, { highWaterMark: CHUNK_BYTES })
  input.on('data', () => onRead(input.bytesRead))
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}

async function* counted(chunks: AsyncIterable<Buffer>, onRead: OnRead): AsyncGenerator<Uint8Array, void> {
  let bytes = 0
  for await (const chunk of chunks) {
    // A mark of the byte order is no JSON.
    yield bytes === 0 && chunk[0] === 0xef ? chunk.subarray(3) : chunk
    bytes += chunk.length
    onRead(bytes)
  }
}

/** The keys of a single conversation that lies alone in a file. */
const ALONE = [
  'mapping',
  'chat',
  'title',
  'id',
  'conversation_id',
  'current_node',
  'create_time',
  'update_time',
]

async function* fromJson(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<ImportRecord, void> {
  const alone: Record<string, unknown> = {}
  let number = 0
  try {
    for await (const { key, value } of jsonValues(chunks, ['chat-sessions'])) {
      if (typeof key === 'string' && ALONE.includes(key)) alone[key] = value
      const isConversation = typeof key === 'number' || key.startsWith('session:')
      if (!isConversation) continue
      number += 1
      yield* toRecords(value, `${name} #${number}`)
    }
  } catch (cause) {
    yield problem(`${name} #${number + 1}`, number === 0 ? 'unreadable' : 'cut-off', String(cause))
    return
  }
  if (number > 0) return
  if ('mapping' in alone || 'chat' in alone) yield* toRecords(alone, `${name} #1`)
  else yield problem(name, 'unknown-kind')
}

/** By what it has, since the kinds have no name in them. */
function* toRecords(value: unknown, place: string): Generator<ImportRecord, void> {
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value
  if (has('mapping')) {
    const parsed = chatGptSchema.safeParse(value)
    if (parsed.success) return yield* treeRows(fromChatGpt(parsed.data), place)
  } else if (has('chat')) {
    const parsed = openWebUiSchema.safeParse(value)
    if (parsed.success) return yield* treeRows(fromOpenWebUi(parsed.data), place)
  } else if (has('messages')) {
    const parsed = chatboxSchema.safeParse(value)
    if (parsed.success) {
      for (const conversation of fromChatbox(parsed.data)) yield* treeRows(conversation, place)
      return
    }
  }
  yield problem(place, 'unreadable', titleOf(value))
}

function titleOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const { title, name } = value as { readonly title?: unknown; readonly name?: unknown }
  return [title, name].find((word) => typeof word === 'string') ?? ''
}
