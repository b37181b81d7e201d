import { useEffect, useState } from 'react'

import type { Answers } from '#shared/contract'

import type { SpendingSource } from './spending-source'

/** What the open conversation and the day took; read again whenever an answer ends. Undefined until it is known. */
export function useSpending({
  conversationId,
  lastEnded,
  isComing,
  read,
}: SpendingSource): Answers['readSpending'] | undefined {
  const [known, setKnown] = useState<{ readonly of: string; readonly spending: Answers['readSpending'] }>()

  useEffect(() => {
    let isOld = false
    if (conversationId === undefined || isComing) return undefined
    void read().then((answer) => {
      if (answer.ok && !isOld) setKnown({ of: conversationId, spending: answer.value })
    })
    return () => {
      isOld = true
    }
  }, [read, conversationId, lastEnded, isComing])

  return known?.of === conversationId ? known?.spending : undefined
}
