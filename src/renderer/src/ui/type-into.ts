interface Typed {
  readonly from: number
  readonly to: number
  readonly words: string
}

/**
 * Replaces a part of a field's text as if it were typed, so that the field takes it back by Ctrl+Z: in Chromium nothing else
 * does. False where it cannot be done.
 */
export function typeInto(field: HTMLTextAreaElement, { from, to, words }: Typed): boolean {
  field.focus()
  if (document.activeElement !== field) return false
  field.setSelectionRange(from, to)
  return document.execCommand(words === '' ? 'delete' : 'insertText', false, words)
}
