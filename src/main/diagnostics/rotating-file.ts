import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface RotatingFileOptions {
  readonly file: string
  /** How large a file may become, in bytes. A single longer line still gets a file of its own. */
  readonly maxBytes: number
  /** How many files there may be, the one that is written included: `app.log`, `app.log.1`, … */
  readonly maxFiles: number
}

/** Appends lines, and moves a full file aside. Written at once, so that a crash takes none with it. */
export interface RotatingFile {
  /** Throws what the disk says. */
  append(line: string): void
  /** The newest, of this file and of the one before it; the newest last. Throws what the disk says. */
  lastLines(most: number): readonly string[]
}

export function openRotatingFile({ file, maxBytes, maxFiles }: RotatingFileOptions): RotatingFile {
  const aged = (age: number): string => (age === 0 ? file : `${file}.${age}`)

  function rotate(): void {
    rmSync(aged(maxFiles - 1), { force: true })
    for (let age = maxFiles - 2; age >= 0; age -= 1) {
      if (sizeOf(aged(age)) > 0) renameSync(aged(age), aged(age + 1))
    }
  }

  return {
    append: (line) => {
      const bytes = Buffer.from(`${line}\n`)
      mkdirSync(dirname(file), { recursive: true })
      const size = sizeOf(file)
      if (size > 0 && size + bytes.length > maxBytes) rotate()
      appendFileSync(file, bytes, { mode: 0o600 })
    },
    lastLines: (most) => {
      const now = linesOf(file)
      const lines = now.length < most ? [...linesOf(aged(1)), ...now] : now
      return lines.slice(-most)
    },
  }
}

function linesOf(file: string): readonly string[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
