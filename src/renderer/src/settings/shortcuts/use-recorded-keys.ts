import { useEffect, useEffectEvent } from 'react'

import type { Keys } from '#shared/shortcuts'

import { toKeys } from '../../ui/command-key'
import { isComposing } from '../../ui/is-composing'

interface RecordedKeysOptions {
  readonly isRecording: boolean
  readonly onKeys: (keys: Keys) => void
  /** With Esc, or with Tab, which goes on to where it goes. */
  readonly onLeave: () => void
}

/** Takes the next press before anything else in the window does: keys that are looked for must not act. */
export function useRecordedKeys({ isRecording, onKeys, onLeave }: RecordedKeysOptions): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return onLeave()
    event.stopImmediatePropagation()
    if (isComposing(event)) return
    event.preventDefault()
    // The Enter that began it may still be held.
    if (event.repeat) return
    const keys = toKeys(event)
    if (keys === 'Escape') onLeave()
    else if (keys !== undefined) onKeys(keys)
  })

  useEffect(() => {
    if (!isRecording) return
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [isRecording])
}
