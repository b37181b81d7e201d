import { z } from 'zod'

import { presetFields } from '#shared/requests/presets'

import { FORMAT, FORMAT_VERSION } from '../export-line'
import { type Fields, type ImportRecord, problem, row } from './import-record'

const id = z.uuid()
const time = z.int().nonnegative()
const mark = time.nullable().default(null)
const text = z.string()

const error = z.looseObject({ code: z.string(), detail: z.string().default('') })

const progress = z.discriminatedUnion('status', [
  z.looseObject({
    status: z.literal('ended'),
    reason: z.enum(['complete', 'stopped', 'length', 'limit', 'blocked']),
  }),
  z.looseObject({ status: z.literal('failed'), error }),
])

const count = z.number().nonnegative()
const usage = z.looseObject({
  input: count,
  output: count,
  thought: count.optional(),
  cached: count.optional(),
})

const node = {
  id,
  conversationId: id,
  parentId: id.nullable(),
  text,
  createdAt: time,
  deletedAt: mark,
  chosenAt: mark,
}

/** The lines that are rows, as `docs/export-format.md` has them. Fields that are not known are passed over. */
const lines = {
  folder: z.object({
    id,
    parentId: id.nullable().default(null),
    name: text,
    position: z.int(),
    createdAt: time,
  }),
  conversation: z.object({
    id,
    title: text,
    titleSource: z.enum(['prompt', 'model', 'user']).default('user'),
    createdAt: time,
    updatedAt: time,
    leafId: id.nullable(),
    folderId: id.nullable().default(null),
    pinnedAt: mark,
    archivedAt: mark,
    deletedAt: mark,
    unreadAt: mark,
  }),
  message: z.discriminatedUnion('role', [
    z.object({ ...node, role: z.literal('user'), thought: text.default('') }),
    z.object({
      ...node,
      role: z.literal('assistant'),
      thought: text.default(''),
      modelId: text.min(1),
      progress,
      usage: usage.nullable().default(null),
      details: z.looseObject({}).nullable().default(null),
      endedAt: time,
    }),
  ]),
  arrivals: z.object({
    replyId: id,
    chunks: z.array(z.tuple([z.number().nonnegative(), z.enum(['text', 'thought']), z.int().nonnegative()])),
  }),
  draft: z.object({ conversationId: id, text, updatedAt: time }),
  parameters: z.object({ conversationId: id, parameters: z.looseObject({}) }),
  preset: z.object({ id, ...presetFields, updatedAt: time }),
}

const head = z.looseObject({
  type: z.literal('export'),
  format: z.literal(FORMAT),
  version: z.int().positive(),
})

const tail = z.looseObject({ type: z.literal('end') })

/** Whether a first line begins one of our own exports. */
export function beginsExport(line: string): boolean {
  return head.safeParse(parse(line)).success
}

/** One of our own exports, line by line. A line that cannot be read costs nothing but itself. */
export async function* fromExport(source: AsyncIterable<string>): AsyncGenerator<ImportRecord, void> {
  let number = 0
  let isWhole = false
  for await (const line of source) {
    number += 1
    if (line.trim() === '') continue
    const value = parse(line)
    const begun = head.safeParse(value)
    if (begun.success && begun.data.version > FORMAT_VERSION) {
      return yield problem(`line ${number}`, 'newer-version', String(begun.data.version))
    }
    isWhole = tail.safeParse(value).success
    if (begun.success || isWhole) continue
    yield toRecord(value, `line ${number}`, line)
  }
  if (!isWhole) yield problem(`line ${number + 1}`, 'cut-off')
}

function toRecord(value: unknown, place: string, line: string): ImportRecord {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  if (typeof type !== 'string' || !isLineType(type)) return problem(place, 'unreadable', line)
  const parsed = lines[type].safeParse(value)
  const written = asWritten(value)
  if (!parsed.success || !isWritable(written)) return problem(place, 'unreadable', line)
  return row(type, { ...parsed.data, ...written }, place)
}

/** What is nested very deep can be read, and not be written again. */
function isWritable(fields: Fields): boolean {
  try {
    JSON.stringify(fields)
    return true
  } catch {
    // Told as a line that cannot be read.
    return false
  }
}

/** Checked, but kept as they stand: with what a later version has added, and in its order. */
function asWritten(value: unknown): Fields {
  const { progress, usage, details } = value as Fields
  return { progress, usage, details }
}

function isLineType(type: string): type is keyof typeof lines {
  return Object.hasOwn(lines, type)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Told as a line that cannot be read.
    return undefined
  }
}
