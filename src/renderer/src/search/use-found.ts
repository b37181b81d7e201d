import { useEffect, useState } from 'react'

import type { Found } from '#shared/requests/search'

/** Asks main. Undefined when main could not answer. */
export type Search = (text: string) => Promise<Found | undefined>

/** What was found, and for which text. */
export interface Finding {
  readonly text: string
  readonly found: Found
  /** Main could not answer. */
  readonly hasFailed: boolean
}

const NOTHING: Found = { conversations: [], messages: [], hasMore: false, problems: [], unread: 0 }

/** What fits the text. The last answer stays until the next one is there; one that comes too late is dropped. */
export function useFound(text: string, search: Search): Finding | undefined {
  const [finding, setFinding] = useState<Finding>()

  useEffect(() => {
    let isStale = false
    const take = (found: Found | undefined): void => {
      if (!isStale) setFinding({ text, found: found ?? NOTHING, hasFailed: found === undefined })
    }
    search(text).then(take, () => take(undefined))
    return () => {
      isStale = true
    }
  }, [text, search])

  return finding
}
