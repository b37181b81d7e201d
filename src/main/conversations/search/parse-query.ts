import { foldText } from '#shared/fold-text'
import type { QueryProblem } from '#shared/requests/search'

import { readDay } from './read-day'

/** What somebody looks for. Every word is folded. */
export interface SearchQuery {
  /** All of them stand in one text. */
  readonly words: readonly string[]
  /** None of them does. */
  readonly without: readonly string[]
  readonly model?: string
  readonly folder?: string
  /** Milliseconds since the epoch: at or after, and before. */
  readonly after?: number
  readonly before?: number
  readonly problems: readonly QueryProblem[]
}

/** `-`, a filter's name, and either a quotation, whose end may not be typed yet, or whatever is no space. */
const TERM = /(-?)(?:(model|in|before|after):)?(?:"([^"]*)"?|(\S+))?/giy
const QUOTATION_MARKS = /[“”„‟″]/g

/**
 * Reads a query the way it is typed: also in full width, which an input method leaves behind, and in the middle of a
 * word. What cannot be read becomes a problem and is left out, so that the rest still finds something.
 */
export function parseQuery(text: string, now: Date): SearchQuery {
  const typed = text.normalize('NFKC').replaceAll(QUOTATION_MARKS, '"')
  const words: string[] = []
  const without: string[] = []
  const problems: QueryProblem[] = []
  const filters: { model?: string; folder?: string; after?: number; before?: number } = {}

  function take(name: string, value: string): void {
    if (value === '') return void problems.push({ kind: 'no-value', filter: name as FilterName })
    if (name === 'model') return void (filters.model = foldText(value))
    if (name === 'in') return void (filters.folder = foldText(value))
    const day = readDay(value, now)
    if (day === undefined) problems.push({ kind: 'no-date', filter: name as 'before' | 'after', value })
    else filters[name as 'before' | 'after'] = day
  }

  for (const { isWithout, name, value } of readTerms(typed)) {
    if (name !== undefined) take(name, value.trim())
    else if (isWithout) without.push(foldText(value))
    else words.push(foldText(value))
  }
  const isOnlyWithout = without.length > 0 && words.length === 0 && Object.keys(filters).length === 0
  if (isOnlyWithout) problems.push({ kind: 'only-without' })
  return { words: [...new Set(words)], without, ...filters, problems }
}

type FilterName = 'model' | 'in' | 'before' | 'after'

interface Term {
  readonly isWithout: boolean
  readonly name: string | undefined
  readonly value: string
}

function readTerms(typed: string): readonly Term[] {
  const terms: Term[] = []
  let at = 0
  while (at < typed.length) {
    if (typed.charAt(at).trim() === '') {
      at += 1
      continue
    }
    TERM.lastIndex = at
    const [matched = '', minus = '', name, quoted, bare] = TERM.exec(typed) ?? []
    at += Math.max(1, matched.length)
    const value = quoted ?? bare ?? ''
    // A filter is not denied, and a minus alone is a word that is not finished: both are what was typed.
    if (name !== undefined && minus === '') terms.push({ isWithout: false, name: name.toLowerCase(), value })
    else if (name !== undefined) terms.push({ isWithout: true, name: undefined, value: `${name}:${value}` })
    else if (value.trim() !== '') terms.push({ isWithout: minus !== '', name: undefined, value })
  }
  return terms
}
