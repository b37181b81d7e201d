import { useEffect, useState } from 'react'

/** When the component goes, whoever had the focus before it came gets it back, if nothing else took it. */
export function useReturnedFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    },
    [before],
  )
}
