import { redact, redactBriefly } from '../transport/redact'
import { describeCause } from './describe-cause'
import type { RotatingFile } from './rotating-file'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Facts beside the message: ids, counts, durations in ms. Never what the user or a model wrote. */
export type LogFields = Readonly<Record<string, unknown>>

/** Where a line comes from and what it says. `message` is fixed words of the program. */
export interface LogLine {
  readonly level: LogLevel
  readonly scope: string
  readonly message: string
  readonly fields?: LogFields
}

export interface Failure extends Omit<LogLine, 'level'> {
  readonly cause: unknown
  /** `error` unless another is named. */
  readonly level?: LogLevel
}

export interface LogParts {
  readonly file: RotatingFile
  /** Hears every line, too: for whoever starts the app from a terminal, and for when the disk refuses. */
  readonly stderr: (line: string) => void
  readonly now: () => Date
  /** Lines below it are left out. */
  readonly lowest: LogLevel
  /** Of a file in here, a failure is written with the name. */
  readonly ownFolder: string
}

export interface Log {
  /** Never throws. */
  write(line: LogLine): void
  /** The failure of a part, of which only kind, code and place are written. Never throws. */
  fail(failure: Failure): void
}

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']
const LONGEST_LINE = 8_000

/** One JSON object a line, without a secret. What the disk refuses is on stderr alone, which is said once. */
export function createLog({ file, stderr, now, lowest, ownFolder }: LogParts): Log {
  let isRefused = false

  function write({ level, scope, message, fields = {} }: LogLine): void {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(lowest)) return
    const text = toLine({ time: now().toISOString(), level, scope, message, fields })
    stderr(text)
    try {
      file.append(text)
      isRefused = false
    } catch (cause) {
      if (isRefused) return
      isRefused = true
      const said = { level: 'warn', scope: 'log', message: 'The log file cannot be written' } as const
      stderr(toLine({ time: now().toISOString(), ...said, fields: { ...describeCause(cause, ownFolder) } }))
    }
  }

  return {
    write,
    fail: ({ cause, level = 'error', fields, ...said }) =>
      write({ level, ...said, fields: { ...fields, ...describeCause(cause, ownFolder) } }),
  }
}

function toLine(line: LogLine & { readonly time: string }): string {
  const whole = toCleanJson(line)
  if (whole !== undefined && whole.length <= LONGEST_LINE) return whole
  const message = redactBriefly(line.message)
  return JSON.stringify({
    ...line,
    message,
    fields: { leftOut: whole === undefined ? 'unreadable' : 'too long' },
  })
}

/** Cleaned once as JSON, for what its names tell, and before that each string, in which a secret is not yet escaped. */
function toCleanJson(line: object): string | undefined {
  try {
    const clean = redact(
      JSON.stringify(line, (_, value: unknown) => (typeof value === 'string' ? redact(value) : value)),
    )
    JSON.parse(clean)
    return clean
  } catch {
    return undefined
  }
}
