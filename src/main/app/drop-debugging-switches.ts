import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Ways in for a debugger, and ways to take the page's walls down, that Chromium opens to whoever starts the app. */
const DEBUGGING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'js-flags',
  'load-extension',
  'log-net-log',
] as const

/** Electron's own, as far as it is needed. */
export interface CommandLine {
  removeSwitch(name: string): void
}

/**
 * A release listens to no debugger, whatever it is started with. Must run before the app is ready: Chromium opens its
 * port then. Node's `--inspect` and `NODE_OPTIONS` are shut by fuses.
 */
export function dropDebuggingSwitches(commandLine: CommandLine, isRelease: boolean): void {
  if (isRelease) for (const name of DEBUGGING) commandLine.removeSwitch(name)
}

/** Whether a package is one for users: building it writes so into the app's own `package.json`. */
export function isReleasePackage(folder: string): boolean {
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { readonly isRelease?: unknown }).isRelease === true
}
