/** What an input method uses for a key that belongs to a composition, in browsers that do not say `isComposing`. */
const IME_KEY_CODE = 229

/**
 * Whether a key press belongs to an input method: the Enter that ends a composition chooses words, it does not
 * send them. Safari ends the composition before that key press, and marks it only with the key code.
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'key' | 'keyCode'>): boolean {
  return event.isComposing || event.key === 'Process' || event.keyCode === IME_KEY_CODE
}
