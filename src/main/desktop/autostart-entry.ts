import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { writeText } from '../settings/json-file'

/** What the app is started with when the user logs in. */
export const AT_LOGIN = '--at-login'

export interface AutostartPlace {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** Source: Desktop Application Autostart Specification 0.5, freedesktop.org. */
export function autostartFile({ env, home }: AutostartPlace): string {
  const config = env['XDG_CONFIG_HOME']
  return join(
    config === undefined || config === '' ? join(home, '.config') : config,
    'autostart',
    'nagare.desktop',
  )
}

/** Has a Linux desktop start a program when the user logs in, or no longer. Throws when the disk refuses. */
export function setAutostart(file: string, program: string | undefined): void {
  if (program === undefined) rmSync(file, { force: true })
  else writeText(file, toEntry(program), 0o644)
}

function toEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Nagare',
    'Icon=nagare',
    `Exec=${quote(program)} ${AT_LOGIN}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** As the Desktop Entry Specification 1.5 wants an argument of `Exec`: first for the command line, then for the file. */
function quote(argument: string): string {
  const quoted = `"${argument.replaceAll(/["`$\\]/g, '\\$&')}"`
  return quoted.replaceAll('\\', '\\\\').replaceAll('%', '%%')
}
