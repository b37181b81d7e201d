import { accessSync, constants } from 'node:fs'
import { basename, delimiter, join } from 'node:path'

/** The command line that runs npm: the npm which started us where there is one, since `npm` is no program on Windows.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {[command: string, args: string[]]} */
export function npm(args, env = process.env) {
  const cli = env.npm_execpath
  if (cli !== undefined && basename(cli) === 'npm-cli.js') return [process.execPath, [cli, ...args]]
  return process.platform === 'win32' ? ['cmd', ['/c', 'npm', ...args]] : ['npm', [...args]]
}

/** Whether a program can be found on PATH.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env] */
export function hasProgram(name, env = process.env) {
  return (env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, name)))
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
