import { useEffect, useReducer } from 'react'

import type { Language } from './languages'
import { loadedParser, loadParser } from './load-parser'
import type { Parser } from './tokenise-line'

/** The parser of a language as soon as it is there; without it, code is plain. */
export function useParser(language: Language | undefined): Parser | undefined {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  const parser = language === undefined ? undefined : loadedParser(language)

  useEffect(() => {
    if (language === undefined || parser !== undefined) return
    let isWanted = true
    const draw = () => {
      if (isWanted) drawAgain()
    }
    // A part of the app that cannot be read leaves the code plain.
    loadParser(language).then(draw, () => undefined)
    return () => {
      isWanted = false
    }
  }, [language, parser])

  return parser
}
