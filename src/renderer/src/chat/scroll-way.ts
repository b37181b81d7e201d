export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'defaultPrevented'
> & { readonly target?: EventTarget | { readonly tagName?: string } | null }

/** In which keys move a caret, and not the view. */
const FIELDS = ['TEXTAREA', 'INPUT', 'SELECT']

const UP = ['ArrowUp', 'PageUp']
const DOWN = ['ArrowDown', 'PageDown']

/** `start` and `end` are places, and the view goes all the way. */
export type Way = 'up' | 'down' | 'start' | 'end' | 'any'

/** Which way a key takes a view that it scrolls; `any` for a key whose way depends on more than the key. */
export function toWay(press: KeyPress): Way {
  const { key, shiftKey, altKey, ctrlKey, metaKey, defaultPrevented, target } = press
  const isInField = FIELDS.includes(
    (target as { readonly tagName?: string } | null | undefined)?.tagName ?? '',
  )
  if (defaultPrevented || altKey || isInField) return 'any'
  if (key === ' ') return shiftKey ? 'up' : 'down'
  if (shiftKey) return 'any'
  if (key === 'Home' || (metaKey && key === 'ArrowUp')) return 'start'
  if (key === 'End' || (metaKey && key === 'ArrowDown')) return 'end'
  if (UP.includes(key) && !ctrlKey) return 'up'
  return DOWN.includes(key) && !ctrlKey ? 'down' : 'any'
}
