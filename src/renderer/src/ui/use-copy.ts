import { useEffect, useState } from 'react'

/** How long the confirmation stays. */
const CONFIRM_MS = 2_000

export type CopyOutcome = 'copied' | 'failed' | undefined

/** Writes a text to the clipboard, and says for a moment how that went. */
export function useCopy(): readonly [CopyOutcome, (text: string) => Promise<void>] {
  const [outcome, setOutcome] = useState<CopyOutcome>()

  useEffect(() => {
    if (outcome === undefined) return
    const timer = setTimeout(() => setOutcome(undefined), CONFIRM_MS)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }

  return [outcome, copy]
}
