import { resolve } from 'node:path'

const PRELOADS = ['-r', '--require']

/**
 * @typedef {object} Request
 * @property {string | undefined} folder of the application, absolute
 * @property {string[]} preloads scripts to run before it, absolute; Playwright holds `ready` back with one
 */

/** What a command line asks for, read as Electron's own default_app does: the first argument that is no switch is
 * the application, and what comes after it belongs to the application.
 * @param {readonly string[]} argv with the program first
 * @param {string} workingFolder
 * @returns {Request} */
export function readCommandLine(argv, workingFolder) {
  const preloads = []
  for (let at = 1; at < argv.length; at += 1) {
    const argument = argv[at] ?? ''
    if (PRELOADS.includes(argument)) {
      at += 1
      preloads.push(resolve(workingFolder, argv[at] ?? ''))
    } else if (!argument.startsWith('-')) {
      return { folder: resolve(workingFolder, argument), preloads }
    }
  }
  return { folder: undefined, preloads }
}
