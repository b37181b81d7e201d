import { resolve } from 'node:path'

/** What the app was started for, or started once more for. */
export interface StartedFor {
  readonly links: readonly string[]
  /** Absolute paths. */
  readonly files: readonly string[]
}

/** The ending of our own exports. */
const EXPORT = /\.jsonl$/i

/**
 * Reads a command line. A link comes from any page in a browser, which may try to smuggle more into it: where there is
 * one, nothing else counts. A switch is never a file.
 */
export function readArguments(argv: readonly string[], folder: string): StartedFor {
  const said = argv.slice(1)
  const link = said.find((argument) => /^nagare:/i.test(argument))
  if (link !== undefined) return { links: [link], files: [] }
  const files = said.filter((argument) => EXPORT.test(argument) && !argument.startsWith('-'))
  return { links: [], files: files.map((file) => resolve(folder, file)) }
}
