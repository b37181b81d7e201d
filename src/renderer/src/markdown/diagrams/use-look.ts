import { useSyncExternalStore } from 'react'

import type { Look } from './frame-message'

const DARK = '(prefers-color-scheme: dark)'

/** Light or dark, as the page is now. */
export function useLook(): Look {
  return useSyncExternalStore(subscribe, () => (window.matchMedia(DARK).matches ? 'dark' : 'light'))
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(DARK)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
