import { connect } from '../conversations/connect'
import { writeAtomically } from './atomic-file'
import { type IsCancelled, stopIfCancelled } from './cancel'
import { exportLines, type ExportProgress, type ExportScope } from './export-lines'

export interface ExportFileOptions extends ExportScope {
  readonly file: string
  readonly target: string
  readonly isCancelled: IsCancelled
  readonly onProgress: (progress: ExportProgress) => void
}

/** Lines are gathered to pieces of about this many characters. */
const PIECE_LENGTH = 256 * 1024

/** Writes an export in the app's own format, whole or not at all. */
export async function exportFile(options: ExportFileOptions): Promise<void> {
  const { file, target, isCancelled, onProgress } = options
  const database = connect(file, 2_000)
  try {
    await writeAtomically(target, pieces(exportLines(database, options, onProgress), isCancelled))
  } finally {
    database.close()
  }
}

async function* pieces(lines: Iterable<string>, isCancelled: IsCancelled): AsyncGenerator<string, void> {
  let piece = ''
  for (const line of lines) {
    stopIfCancelled(isCancelled)
    piece += `${line}\n`
    if (piece.length < PIECE_LENGTH) continue
    yield piece
    piece = ''
  }
  yield piece
}
