import { dirname } from 'node:path'

import { dialog, type MessageBoxOptions, shell } from 'electron'

import type { DatabaseContents } from '#shared/portable'

import type { Choice, Outcome, ReviveOptions, Trouble } from '../portable/revive'
import type { PortableWords } from './portable-words'
import type { Words } from './words'

interface AskReviveOptions {
  readonly words: Words
  readonly portable: PortableWords
  readonly file: string
  readonly backups: string
}

/** Native boxes for a history that cannot be opened: there is no page yet, and they are read out and worked by keys. */
export function askRevive({
  words,
  portable,
  file,
  backups,
}: AskReviveOptions): Pick<ReviveOptions, 'ask' | 'pickBackup' | 'tell' | 'showFolder'> {
  const show = (options: MessageBoxOptions) => dialog.showMessageBox({ noLink: true, ...options })

  async function ask(trouble: Trouble, choices: readonly Choice[]): Promise<Choice> {
    const reason =
      trouble.code === 'missing'
        ? portable.missing
        : (portable.because[trouble.code] ?? words.cannotOpenBecause[trouble.code])
    const { response } = await show({
      type: 'error',
      message: words.cannotOpen,
      detail: `${reason}\n\n${file}`,
      buttons: choices.map((choice) => portable.choices[choice]),
      defaultId: 0,
      cancelId: choices.indexOf('quit'),
    })
    return choices[response] ?? 'quit'
  }

  async function pickBackup(): Promise<string | undefined> {
    const filters = [{ name: 'Nagare', extensions: ['db'] }]
    const picked = await dialog.showOpenDialog({
      title: portable.dialogs.pickBackup,
      defaultPath: backups,
      filters,
      properties: ['openFile'],
    })
    return picked.canceled ? undefined : picked.filePaths[0]
  }

  async function tell(outcome: Outcome): Promise<void> {
    const isGood = outcome.type === 'restored' || outcome.type === 'salvaged' || outcome.type === 'anew'
    await show({
      type: isGood ? 'info' : 'warning',
      message: portable.outcomes[outcome.type],
      detail: detailOf(outcome, portable),
    })
  }

  return { ask, pickBackup, tell, showFolder: () => void shell.openPath(dirname(file)) }
}

function detailOf(outcome: Outcome, words: PortableWords): string {
  const contents = 'contents' in outcome ? [holds(words, outcome.contents)] : []
  const kept = 'kept' in outcome && outcome.kept !== undefined ? [outcome.kept] : []
  return [...contents, ...kept, ...('detail' in outcome ? [outcome.detail] : [])].join('\n')
}

/** What a file holds, in a sentence. */
export function holds({ holds: words, locale }: PortableWords, contents: DatabaseContents): string {
  const plural = new Intl.PluralRules(locale)
  const format = new Intl.NumberFormat(locale)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const counts = (['conversations', 'messages'] as const).map((what) => {
    const forms = words[what]
    return (forms[plural.select(contents[what])] ?? forms.other).replace(
      '{count}',
      format.format(contents[what]),
    )
  })
  const last =
    contents.latestAt === null ? [] : [words.last.replace('{date}', date.format(contents.latestAt))]
  return new Intl.ListFormat(locale, { style: 'narrow' }).format([...counts, ...last])
}
