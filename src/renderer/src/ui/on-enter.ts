import type { KeyboardEvent } from 'react'

import type { Preferences } from '#shared/preferences'

import { isComposing } from './is-composing'

/** For every text field that Enter sends: Shift+Enter breaks the line, and an input method keeps its Enter. */
export function onEnter(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return
    event.preventDefault()
    act()
  }
}

/** For a message: what the user chose sends it, the other one breaks the line. */
export function onSendKey(
  sendKey: Preferences['sendKey'],
  act: () => void,
): (event: KeyboardEvent<HTMLTextAreaElement>) => void {
  if (sendKey === 'enter') return onEnter(act)
  const enter = onEnter(act)
  return (event) => {
    if (event.ctrlKey || event.metaKey) enter(event)
  }
}
