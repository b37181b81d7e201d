import type { KeyboardEvent } from 'react'

import { isComposing } from './is-composing'

/** For every text field that Enter sends: Shift+Enter breaks the line, and an input method keeps its Enter. */
export function onEnter(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return
    event.preventDefault()
    act()
  }
}
