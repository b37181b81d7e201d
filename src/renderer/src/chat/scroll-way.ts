export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'defaultPrevented'
>

const UP = ['ArrowUp', 'PageUp', 'Home']
const DOWN = ['ArrowDown', 'PageDown']

/** Which way a key takes a view that it scrolls; `any` for a key whose way depends on more than the key. */
export function toWay(press: KeyPress): 'up' | 'down' | 'end' | 'any' {
  const { key, shiftKey, altKey, ctrlKey, metaKey, defaultPrevented } = press
  if (defaultPrevented || altKey) return 'any'
  if (key === ' ') return shiftKey ? 'up' : 'down'
  if (shiftKey) return 'any'
  if (key === 'End' || (metaKey && key === 'ArrowDown')) return 'end'
  if (UP.includes(key) && (!ctrlKey || key === 'Home')) return 'up'
  return DOWN.includes(key) && !ctrlKey ? 'down' : 'any'
}
