/**
 * Keys are written the same on every system: `Mod+Shift+N`, where `Mod` is Command on a Mac and Ctrl elsewhere, with the
 * modifiers in the order `Mod+Alt+Shift`. Empty: none.
 */
export type Keys = string

/** Every command that there always is, and its keys until somebody chooses others. A new command gets its line here. */
export const DEFAULT_KEYS = {
  'new-conversation': 'Mod+N',
  'new-window': 'Mod+Shift+N',
  'quick-question': '',
  // In the quick window.
  'open-in-window': 'Mod+O',
  palette: 'Mod+K',
  find: 'Mod+F',
  stop: 'Escape',
  sidebar: 'Mod+Shift+S',
  inspector: 'Mod+Shift+I',
  parameters: 'Mod+Shift+P',
  spending: '',
  prompts: '',
  trash: '',
  // Mod+Z too, but where it is a text field's own.
  undo: '',
  import: '',
  export: '',
  backups: '',
  print: 'Mod+P',
  updates: '',
  'settings general': 'Mod+,',
  'settings connections': '',
  'settings models': '',
  'settings chat': '',
  'settings prompts': '',
  'settings appearance': '',
  'settings shortcuts': '',
  'settings data': '',
  'settings network': '',
  'settings api': '',
  'settings privacy': '',
  'settings about': '',
} as const satisfies Readonly<Record<string, Keys>>

export type StandingCommand = keyof typeof DEFAULT_KEYS
/** The others are there as long as what they choose is there. */
export type CommandId = StandingCommand | `model ${string}`

/** What was chosen instead of the default keys, by command. */
export type ChosenKeys = Readonly<Record<string, Keys | undefined>>

export function keysOf(command: CommandId, chosen: ChosenKeys): Keys {
  return chosen[command] ?? (isStanding(command) ? DEFAULT_KEYS[command] : '')
}

export function isStanding(command: string): command is StandingCommand {
  return Object.hasOwn(DEFAULT_KEYS, command)
}

/** A letter, a digit or a mark with `Mod`; or a function key. Anything else writes text or moves the caret. */
export const KEYS_PATTERN =
  /^(|Escape|Mod\+(Alt\+)?(Shift\+)?[A-Z0-9]|Mod\+(Alt\+)?[!-*,-/:-@[-`{-~]|(Mod\+)?(Alt\+)?(Shift\+)?F\d{1,2})$/

/**
 * Keys that reach the app from every program, and are taken from all of them: never a letter with one modifier, which
 * others need.
 */
export const GLOBAL_KEYS_PATTERN =
  /^(|(Mod\+Alt\+(Shift\+)?|Mod\+Shift\+|Alt\+Shift\+)([A-Z0-9]|Space)|(Mod|Alt)\+Space|(Mod\+)?(Alt\+)?(Shift\+)?F\d{1,2})$/

/** What belongs to the native menu's roles, to the system, or to a part of the window that has keys of its own. */
const OWNED: readonly Keys[] = [
  // Editing.
  ...['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+X', 'Mod+C', 'Mod+V', 'Mod+Shift+V', 'Mod+A'],
  // The window: reload, zoom, full screen, developer tools, minimise, close, quit, hide.
  ...['Mod+R', 'Mod+0', 'Mod+=', 'Mod+-', 'F11', 'F12', 'Mod+M', 'Mod+W', 'Mod+Q', 'Mod+H'],
  ...['Mod+Alt+H', 'Mod+`', 'Alt+F4', 'Mod+F4', 'F10', 'Shift+F10'],
  // Renaming in the list, and going on in a search.
  ...['F2', 'F3', 'Shift+F3', 'Mod+G', 'Mod+Shift+G'],
]

/** Whether no command may have these keys, as something else would no longer work. */
export function isOwned(keys: Keys): boolean {
  return OWNED.includes(keys)
}

/** The other commands of these that have the same keys. */
export function sharing<Command extends CommandId>(
  command: Command,
  commands: readonly Command[],
  chosen: ChosenKeys,
): readonly Command[] {
  const keys = keysOf(command, chosen)
  if (keys === '') return []
  return commands.filter((other) => other !== command && keysOf(other, chosen) === keys)
}
