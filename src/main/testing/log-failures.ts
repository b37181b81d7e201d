import { join } from 'node:path'

import type { ChatServiceParts } from '../chat/chat-service'
import { createLog } from '../diagnostics/log'
import { openRotatingFile } from '../diagnostics/rotating-file'

/** Writes failed replies into `logs/nagare.log` of a folder, as the app does. */
export function logFailures(folder: string): NonNullable<ChatServiceParts['onFailure']> {
  const log = createLog({
    file: openRotatingFile({ file: join(folder, 'logs', 'nagare.log'), maxBytes: 1_000_000, maxFiles: 2 }),
    stderr: () => undefined,
    now: () => new Date(),
    lowest: 'info',
    ownFolder: folder,
  })
  return (_, { code, facts }, cause) =>
    log.fail({
      ...{ scope: 'reply', message: 'A reply failed', cause },
      fields: { reason: code, status: facts?.status },
    })
}
