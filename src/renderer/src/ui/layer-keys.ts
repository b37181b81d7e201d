import type { KeyboardEvent } from 'react'

import { isComposing } from './is-composing'

/** The Enter that ends a composition chooses words, and Esc takes them back: neither is for the lines below a field. */
export function keepComposition(event: KeyboardEvent): void {
  if (isComposing(event.nativeEvent)) event.stopPropagation()
}

/** The window behind a layer has keys of its own: Esc stops an answer there. Shortcuts go through. */
export function keepPlainKeys(event: KeyboardEvent): void {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
}
