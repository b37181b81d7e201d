import { join } from 'node:path'

import { app } from 'electron'

import { readBuild } from '../app/read-build'
import { createLog, type Log, type LogFields } from '../diagnostics/log'
import { openRotatingFile, type RotatingFile } from '../diagnostics/rotating-file'
import { redact } from '../transport/redact'

const SIZE = { maxBytes: 1_000_000, maxFiles: 5 }

export interface AppLog extends Log, Pick<RotatingFile, 'lastLines'> {}

/** The app's log, in the folder that the system has for logs. What nobody caught is in it, too. */
export function openLog(): AppLog {
  const file = openRotatingFile({ file: join(app.getPath('logs'), 'nagare.log'), ...SIZE })
  const log = app.isPackaged ? createAppLog(file) : aloud(createAppLog(file))
  process.on('unhandledRejection', (cause) =>
    log.fail({ scope: 'main', message: 'Unhandled rejection', cause }),
  )
  // Watches only: what follows from it is Electron's.
  process.on('uncaughtExceptionMonitor', (cause) =>
    log.fail({ scope: 'main', message: 'Uncaught exception', cause }),
  )
  return { ...log, lastLines: file.lastLines }
}

/** Frames the lines of one run, so that a run without an end can be told from one that was ended, and tells what Chromium lost in it. */
export function logThisRun({ write }: Log): void {
  const warn = (message: string, fields: LogFields = {}): void =>
    write({ level: 'warn', scope: 'process', message, fields })
  app.on('render-process-gone', (...[, , { reason, exitCode }]) => {
    if (reason !== 'clean-exit') warn('A window crashed', { reason, exitCode })
  })
  app.on('child-process-gone', (_, { type, reason, exitCode, serviceName }) => {
    if (reason !== 'clean-exit') warn('A child process crashed', { type, reason, exitCode, serviceName })
  })
  app.on('web-contents-created', (_, contents) => {
    contents.on('unresponsive', () => warn('A window does not respond'))
    contents.on('responsive', () => warn('A window responds again'))
  })
  write({ level: 'info', scope: 'app', message: 'Started', fields: { ...readBuild() } })
  app.on('quit', () => write({ level: 'info', scope: 'app', message: 'Ended' }))
}

function createAppLog(file: RotatingFile): Log {
  // Whoever started the app has closed the terminal. Every line is in the file.
  process.stderr.on('error', () => undefined)
  return createLog({
    file,
    stderr: say,
    now: () => new Date(),
    lowest: 'info',
    ownFolder: app.getPath('userData'),
  })
}

/** On the terminal of whoever works on the app, and nowhere else, an error says everything. */
function aloud(log: Log): Log {
  return {
    ...log,
    fail: (failure) => {
      const { cause } = failure
      log.fail(failure)
      say(redact(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)))
    },
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
