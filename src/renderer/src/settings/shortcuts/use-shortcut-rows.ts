import { use, useState } from 'react'
import { useTranslations } from 'use-intl'

import {
  type ChosenKeys,
  type CommandId,
  DEFAULT_KEYS,
  isStanding,
  type Keys,
  keysOf,
  sharing,
  type StandingCommand,
} from '#shared/shortcuts'

import { CommandsContext } from '../../ui/use-commands'
import type { PanelId } from '#shared/panels'

export interface ShortcutRow {
  readonly id: CommandId
  readonly name: string
  readonly keys: Keys
  readonly defaultKeys: Keys
  /** The names of other commands with the same keys. */
  readonly shared: readonly string[]
}

/** Every command that can have keys: those that there always are, and what can be chosen just now. */
export function useShortcutRows(chosen: ChosenKeys): readonly ShortcutRow[] {
  const commands = use(CommandsContext)
  // What there is when the panel opens.
  const [others] = useState(() => commands.list().filter(({ id }) => !isStanding(id)))
  const nameOf = useCommandName()
  const standing = Object.keys(DEFAULT_KEYS) as readonly StandingCommand[]
  const names = new Map<CommandId, string>([
    ...standing.map((id) => [id, nameOf(id)] as const),
    ...others.map(({ id, title }) => [id, title] as const),
  ])
  const ids = [...names.keys()]
  return ids.map((id) => ({
    ...{ id, name: names.get(id) ?? id, keys: keysOf(id, chosen), defaultKeys: keysOf(id, {}) },
    shared: sharing(id, ids, chosen).map((other) => names.get(other) ?? other),
  }))
}

/** What a command is called, whether or not it can be run just now. */
export function useCommandName(): (id: StandingCommand) => string {
  const words = useTranslations('shortcuts.names')
  const settings = useTranslations('settings')
  return (id) => {
    if (!isPanelCommand(id)) return words(id)
    const panel = id.slice('settings '.length) as PanelId
    return settings('openPanel', { panel: settings(`panels.${panel}`) })
  }
}

function isPanelCommand(id: StandingCommand): id is Extract<StandingCommand, `settings ${string}`> {
  return id.startsWith('settings ')
}
