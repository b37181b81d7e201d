import { useEffect, useState } from 'react'

import type { PortableFailure, PortableProgress } from '#shared/portable'
import type { Done } from '#shared/requests/portable'

import type { Portable } from './portable'

/** What the last work came to, or how far the present one is. */
export type WorkState =
  | { readonly type: 'idle' }
  | { readonly type: 'working'; readonly progress: PortableProgress | undefined }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly reason: PortableFailure }
  | { readonly type: 'done'; readonly sentence: string }

export interface Work {
  readonly state: WorkState
  /** Runs one work; `say` words what came of it. */
  run<Value>(
    work: () => Promise<Done<Value>>,
    say: (value: Done<Value> & { readonly outcome: 'done' }) => string,
  ): Promise<void>
}

export function useWork({ onProgress }: Portable): Work {
  const [state, setState] = useState<WorkState>({ type: 'idle' })

  useEffect(
    () =>
      onProgress((progress) =>
        setState((now) => (now.type === 'working' ? { type: 'working', progress } : now)),
      ),
    [onProgress],
  )

  const run: Work['run'] = async (work, say) => {
    setState({ type: 'working', progress: undefined })
    const done = await work()
    if (done.outcome === 'done') setState({ type: 'done', sentence: say(done) })
    else if (done.outcome === 'cancelled') setState({ type: 'cancelled' })
    else setState({ type: 'failed', reason: done.reason })
  }

  return { state, run }
}
