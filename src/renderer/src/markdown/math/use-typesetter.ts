import { useEffect, useState } from 'react'

import type { Typeset } from './typeset'

type Typesetter = (tex: string, isDisplay: boolean) => Typeset

let loaded: Typesetter | undefined

/** KaTeX is fetched with the first formula. */
export async function loadTypesetter(): Promise<Typesetter> {
  const { typeset } = await import('./typeset')
  loaded = typeset
  return typeset
}

/** What draws formulas; undefined until it is there. */
export function useTypesetter(): Typesetter | undefined {
  const [typesetter, setTypesetter] = useState(() => loaded)

  useEffect(() => {
    if (typesetter !== undefined) return
    let isWanted = true
    void loadTypesetter().then((now) => isWanted && setTypesetter(() => now))
    return () => {
      isWanted = false
    }
  }, [typesetter])

  return typesetter
}
