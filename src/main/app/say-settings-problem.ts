import { dialog } from 'electron'

import { assertNever } from '#shared/assert-never'

import type { KeyStore } from '../settings/key-store'
import type { Policy } from '../settings/policy'
import type { SettingsProblem, SettingsStore } from '../settings/settings-store'
import type { SettingsWords } from './settings-words'
import type { Words } from './words'

export interface SettingsProblems {
  readonly words: Words
  readonly settingsWords: SettingsWords
  readonly settings: Pick<SettingsStore, 'problem'>
  readonly keys: Pick<KeyStore, 'problem'>
  readonly policy: Pick<Policy, 'problem' | 'file'>
}

/** Tells what could not be used of the settings, and waits for nobody: the app runs on what could. */
export function saySettingsProblems({
  words,
  settingsWords,
  settings,
  keys,
  policy,
}: SettingsProblems): void {
  const { problem } = settings
  if (problem) say(words.settings.title, words.settings.because[problem.kind], describe(problem))
  if (keys.problem) {
    const { title, because } = settingsWords.keys
    say(title, because[keys.problem.kind], describe(keys.problem))
  }
  if (policy.problem) {
    const { title, because } = settingsWords.policy
    const odd = policy.problem.kind === 'ignored' ? `\n${policy.problem.names.join(', ')}` : ''
    say(title, because[policy.problem.kind], `${policy.file}${odd}`)
  }
}

function say(message: string, because: string, names: string): void {
  void dialog.showMessageBox({ type: 'warning', message, detail: `${because}\n\n${names}` })
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
