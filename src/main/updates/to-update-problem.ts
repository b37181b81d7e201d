import type { UpdateProblem } from '#shared/update'

/** As electron-updater, Node and Chromium name them. */
const PROBLEMS: Readonly<Record<string, UpdateProblem>> = {
  ERR_CHECKSUM_MISMATCH: 'damaged',
  ERR_UPDATER_INVALID_SIGNATURE: 'unsigned',
  ERR_UPDATER_LATEST_VERSION_NOT_FOUND: 'unreachable',
  ERR_UPDATER_CHANNEL_FILE_NOT_FOUND: 'unreachable',
  ENOSPC: 'disk-full',
}

/** What a failure of the updater means to the user. */
export function toUpdateProblem(cause: unknown): UpdateProblem {
  if (!(cause instanceof Error)) return 'other'
  const code = 'code' in cause ? String(cause.code) : ''
  if (PROBLEMS[code] !== undefined) return PROBLEMS[code]
  // Chromium has no codes, but writes its own names where others write sentences; a server's refusal has its status.
  return /^net::/.test(cause.message) || /^HTTP_ERROR_/.test(code) ? 'unreachable' : 'other'
}
