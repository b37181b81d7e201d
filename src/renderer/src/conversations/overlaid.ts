import { useSyncExternalStore } from 'react'

/** As the style sheet of the layout has it. */
const OVERLAID = '(max-width: 44rem)'

/** Whether the list, where it is shown, lies over the conversation. */
export function isOverlaid(): boolean {
  return window.matchMedia(OVERLAID).matches
}

export function useOverlaid(): boolean {
  return useSyncExternalStore(subscribe, isOverlaid)
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(OVERLAID)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
