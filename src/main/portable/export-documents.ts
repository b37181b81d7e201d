import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { ExportPart, RenderedPart, SpokenMessage } from '#shared/portable'

import { connect, type Database } from '../conversations/connect'
import { createConversationStore } from '../conversations/conversation-store'
import { writeAtomically } from './atomic-file'
import { Cancelled } from './cancel'
import {
  type DocumentHead,
  escapeHtml,
  HTML_TAIL,
  htmlHead,
  toFileName,
  toMarkdownDocument,
} from './document'
import type { Progress } from './jobs'

export type DocumentFormat = 'markdown' | 'html' | 'pdf'

/** What only a window can do. */
export interface DocumentPainter {
  readonly render: (part: ExportPart) => Promise<RenderedPart>
  /** The pages of an HTML file. */
  readonly toPdf: (file: string) => Promise<Uint8Array>
  /** What it holds is not needed for now. */
  readonly close: () => void
}

export interface DocumentsOptions {
  readonly file: string
  readonly format: DocumentFormat
  readonly locale: 'en' | 'ja'
  readonly you: string
  readonly modelName: (modelId: string) => string
  readonly painter: DocumentPainter
  readonly signal: AbortSignal
}

const ENDINGS: Readonly<Record<DocumentFormat, string>> = { markdown: 'md', html: 'html', pdf: 'pdf' }
/** So many messages are drawn at a time: a long conversation never is in the window as a whole. */
const AT_ONCE = 20

/** Writes one conversation, as its reader sees it, to a file. */
export async function exportDocument(
  conversationId: string,
  target: string,
  options: DocumentsOptions,
): Promise<void> {
  const database = connect(options.file, 2_000)
  try {
    await writeOne(readDocument(database, conversationId, options), target, options)
  } finally {
    options.painter.close()
    database.close()
  }
}

/** Writes each conversation to a file of its own, in a new folder that gets its name when all of them are there. */
export async function exportAllDocuments(
  target: string,
  options: DocumentsOptions,
  onProgress: (progress: Progress) => void,
): Promise<string> {
  const folder = freeFolder(target)
  const unfinished = `${folder}.unfinished`
  const database = connect(options.file, 2_000)
  try {
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(unfinished, { recursive: true })
    const ids = database.all<{ id: string }>(SHOWN)
    const written: { readonly name: string; readonly title: string }[] = []
    for (const [index, { id }] of ids.entries()) {
      if (options.signal.aborted) throw new Cancelled()
      const read = readDocument(database, id, options)
      const number = String(index + 1).padStart(String(ids.length).length, '0')
      const name = `${number} ${toFileName(read.head.title)}.${ENDINGS[options.format]}`
      await writeOne(read, join(unfinished, name), options)
      written.push({ name, title: read.head.title })
      onProgress({ done: index + 1, of: ids.length })
    }
    if (options.format === 'html') await writeIndex(unfinished, written, options)
    await rename(unfinished, folder)
    return folder
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true })
    throw cause
  } finally {
    options.painter.close()
    database.close()
  }
}

const SHOWN = 'SELECT id FROM conversations WHERE deleted_at IS NULL ORDER BY created_at, rowid'

interface ReadDocument {
  readonly head: DocumentHead
  readonly messages: readonly SpokenMessage[]
}

function readDocument(database: Database, id: string, { locale, modelName }: DocumentsOptions): ReadDocument {
  const { messages } = createConversationStore(database, Date.now).open(id)
  const sql = 'SELECT title, updated_at AS updatedAt FROM conversations WHERE id = ?'
  const [row] = database.all<{ title: string; updatedAt: number }>(sql, [id])
  const spoken = messages.map((message) => ({
    speaker: message.role === 'user' ? '' : modelName(message.modelId),
    message,
  }))
  return { head: { title: row?.title || 'Nagare', updatedAt: row?.updatedAt ?? 0, locale }, messages: spoken }
}

async function writeOne(read: ReadDocument, target: string, options: DocumentsOptions): Promise<void> {
  const { format, painter, you } = options
  if (format === 'markdown') {
    return writeAtomically(target, once(toMarkdownDocument(read.head, read.messages, you)))
  }
  if (format === 'html') return writeAtomically(target, htmlOf(read, options))
  const page = `${target}.html.unfinished.html`
  try {
    await writeAtomically(page, htmlOf(read, options))
    await writeAtomically(target, once(await painter.toPdf(page)))
  } finally {
    await rm(page, { force: true })
  }
}

/** A page, as it grows. */
async function* htmlOf(
  { head, messages }: ReadDocument,
  { painter, locale, signal }: DocumentsOptions,
): AsyncGenerator<string, void> {
  for (let from = 0; from === 0 || from < messages.length; from += AT_ONCE) {
    if (signal.aborted) throw new Cancelled()
    const { html, css } = await painter.render({ locale, messages: messages.slice(from, from + AT_ONCE) })
    if (from === 0) yield htmlHead(head, css)
    yield `${html}\n`
  }
  yield HTML_TAIL
}

async function writeIndex(
  folder: string,
  written: readonly { readonly name: string; readonly title: string }[],
  { painter, locale }: DocumentsOptions,
): Promise<void> {
  const { css } = await painter.render({ locale, messages: [] })
  const items = written.map(
    ({ name, title }) => `<li><a href="${encodeURIComponent(name)}">${escapeHtml(title)}</a></li>\n`,
  )
  const head = htmlHead({ title: 'Nagare', locale, updatedAt: Date.now() }, css)
  await writeAtomically(join(folder, 'index.html'), once(`${head}<ol>\n${items.join('')}</ol>\n${HTML_TAIL}`))
}

async function* once<Piece>(piece: Piece): AsyncGenerator<Piece, void> {
  yield await Promise.resolve(piece)
}

/** A name that nothing has yet. */
function freeFolder(target: string): string {
  let folder = target
  for (let number = 2; existsSync(folder); number += 1) folder = `${target} ${number}`
  return folder
}
