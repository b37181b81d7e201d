import { useCallback, useEffect, useState } from 'react'

/**
 * What main answers to a question, asked at once and again with `reload`. Undefined until the first answer; an answer
 * that does not come leaves the one before. `read` must be the same function from one rendering to the next.
 */
export function useAnswer<Answer>(read: () => Promise<Answer | undefined>): {
  readonly answer: Answer | undefined
  reload(): Promise<void>
} {
  const [answer, setAnswer] = useState<Answer>()

  useEffect(() => {
    let isOver = false
    void read().then((next) => {
      if (!isOver && next !== undefined) setAnswer(next)
    })
    return () => {
      isOver = true
    }
  }, [read])

  const reload = useCallback(async () => {
    const next = await read()
    if (next !== undefined) setAnswer(next)
  }, [read])

  return { answer, reload }
}
