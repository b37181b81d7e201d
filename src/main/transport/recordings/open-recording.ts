import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

import type { RecordedChunk, RecordedEnding, RecordingHeader } from './recording'
import { toChunkLine, toEndingLine, toHeaderLine } from './recording-lines'
import { createSecretMask } from './secret-mask'

/** Writes one recording. Throws what the disk says, and is of no use after that. */
export interface RecordingWriter {
  readonly chunk: (chunk: RecordedChunk) => void
  readonly end: (ending: Exclude<RecordedEnding, { readonly end: 'broken-off' }>) => void
}

export const RECORDING_EXTENSION = '.jsonl'

/**
 * Begins a recording in a file of its own, readable by its user alone; nothing is ever overwritten. Lines are appended
 * as the answer comes, so a crash keeps what had come.
 */
export function openRecording(target: string, header: RecordingHeader): RecordingWriter {
  const descriptor = openNew(isFolder(target) ? join(target, nameAfter(header)) : target)
  const mask = createSecretMask()
  const write = (lines: readonly string[]) => {
    try {
      if (lines.length > 0) appendFileSync(descriptor, lines.join(''))
    } catch (cause) {
      closeSync(descriptor)
      throw cause
    }
  }
  write([toHeaderLine(header)])
  return {
    chunk: (chunk) => write(mask.push(chunk).map(toChunkLine)),
    end: (ending) => {
      write([...mask.end().map(toChunkLine), toEndingLine(ending)])
      closeSync(descriptor)
    },
  }
}

/** What has no extension or ends with a slash is a folder, unless there is such a file. */
function isFolder(target: string): boolean {
  return existsSync(target) ? statSync(target).isDirectory() : extname(target) === '' || /[\\/]$/.test(target)
}

/** `gemini-3.5-flash 2026-11-22T10-20-30Z.jsonl`: every file system takes it. */
function nameAfter({ model, recordedAt }: RecordingHeader): string {
  const time = recordedAt.replace(/\.\d+/, '').replaceAll(':', '-')
  return `${model.replace(/[^\w.-]+/g, '-')} ${time}${RECORDING_EXTENSION}`
}

/** `reply.jsonl`, and when that exists `reply-2.jsonl`, `reply-3.jsonl` … */
function openNew(wanted: string): number {
  mkdirSync(dirname(wanted), { recursive: true })
  const extension = extname(wanted)
  const stem = join(dirname(wanted), basename(wanted, extension))
  for (let number = 1; ; number++) {
    const file = number === 1 ? wanted : `${stem}-${number}${extension}`
    try {
      return openSync(file, 'wx', 0o600)
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
    }
  }
}
