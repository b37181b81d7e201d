import { exportFile } from '../export-file'
import type { ExportScope } from '../export-lines'
import { commitImport } from '../import/commit-import'
import { readImport } from '../import/read-import'
import { stageImport } from '../import/stage'

const never = (): boolean => false

export function exportTo(
  file: string,
  target: string,
  what: Pick<ExportScope, 'conversationId' | 'isOnlyPresets'> = {},
): Promise<void> {
  const now = new Date(1_800_000_000_000)
  return exportFile({
    ...{ file, target, ...what, now, appVersion: '1.2.3' },
    isCancelled: never,
    onProgress: () => {},
  })
}

/** Stages a file; `add` then adds it. */
export async function stageFrom(source: string, file: string) {
  const stage = `${file}.stage`
  const report = await stageImport({ file, stage, records: readImport(source, () => {}), isCancelled: never })
  return { report, add: () => commitImport({ file, stage, isCancelled: never, onProgress: () => {} }) }
}
