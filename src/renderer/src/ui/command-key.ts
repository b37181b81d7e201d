const isMac = navigator.platform.startsWith('Mac')

/** How a shortcut is written on this system: `⌘N` or `Ctrl+N`, and with Shift `⇧⌘I` or `Ctrl+Shift+I`. */
export function commandLabel(key: string, hasShift = false): string {
  if (isMac) return `${hasShift ? '⇧' : ''}⌘${key}`
  return `Ctrl+${hasShift ? 'Shift+' : ''}${key}`
}

/** Ctrl+N moves the caret down on a Mac, so only one of the two keys counts on each system. */
export function isCommand({ ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent, hasShift = false): boolean {
  if (shiftKey !== hasShift || altKey) return false
  return isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey
}
