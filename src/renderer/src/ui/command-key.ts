import type { Keys } from '#shared/shortcuts'

import { isComposing } from './is-composing'

export const isMac = navigator.platform.startsWith('Mac')

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Escape: 'esc' }
/** As a Mac writes them. */
const MAC_ORDER = ['⌥', '⇧', '⌘']

/** How keys are written on this system: `Ctrl+Shift+I`, or `⇧⌘I` on a Mac. */
export function showKeys(keys: Keys): string {
  const parts = keys.split('+')
  if (!isMac) return parts.map((part) => ({ Mod: 'Ctrl', Escape: 'Esc' })[part] ?? part).join('+')
  const signs = parts.map((part) => MAC_SIGNS[part] ?? part)
  return [...MAC_ORDER.filter((sign) => signs.includes(sign)), signs.at(-1)].join('')
}

/** The modifier that commands have here. Ctrl+N moves the caret down on a Mac, so only one of the two counts. */
export function isCommand({ ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent, hasShift = false): boolean {
  if (shiftKey !== hasShift || altKey) return false
  return isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey
}

/**
 * The keys of a press; undefined for an input method's, for a modifier alone, and for what only another system calls a
 * command. Letters go by what is printed on the key, and by its place where that is no Latin letter.
 */
export function toKeys(event: KeyboardEvent): Keys | undefined {
  const { ctrlKey, metaKey, shiftKey, altKey } = event
  if (isComposing(event) || event.getModifierState('AltGraph')) return undefined
  if (isMac ? ctrlKey : metaKey) return undefined
  const key = keyName(event)
  if (key === undefined) return undefined
  const parts = [(isMac ? metaKey : ctrlKey) && 'Mod', altKey && 'Alt', shiftKey && 'Shift', key]
  return parts.filter((part) => part !== false).join('+')
}

function keyName({ key, code }: KeyboardEvent): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  if (place !== null) return place[1] ?? place[2]
  return ['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified'].includes(key)
    ? undefined
    : key
}
