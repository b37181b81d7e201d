import { dialog } from 'electron'

import { assertNever } from '#shared/assert-never'

import type { SettingsProblem } from '../settings/settings-store'
import type { Words } from './words'

/** Tells what could not be used of the settings, and waits for nobody: the app runs on what could. */
export function saySettingsProblem({ settings }: Words, problem: SettingsProblem): void {
  const detail = `${settings.because[problem.kind]}\n\n${describe(problem)}`
  void dialog.showMessageBox({ type: 'warning', message: settings.title, detail })
}

function describe(problem: SettingsProblem): string {
  switch (problem.kind) {
    case 'set-aside':
      return problem.file
    case 'ignored':
      return problem.names.join(', ')
    case 'unreadable':
      return problem.detail
    default:
      return assertNever(problem)
  }
}
