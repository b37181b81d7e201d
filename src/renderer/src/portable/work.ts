import { createStore, type StoreApi } from 'zustand/vanilla'

import type { ImportReport, PortableFailure, PortableProgress } from '#shared/portable'
import type { Done } from '#shared/requests/portable'

import type { Portable } from './portable'

/** What the last work came to, or how far the present one is. */
export type WorkStep =
  | { readonly type: 'idle' }
  | { readonly type: 'working'; readonly progress: PortableProgress | undefined }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly reason: PortableFailure }
  | { readonly type: 'done'; readonly sentence: string }

/** A file that was read and waits to be added. */
export interface FoundImport {
  readonly name: string
  readonly report: ImportReport
}

export interface WorkState {
  readonly step: WorkStep
  readonly found: FoundImport | undefined
}

/** The work that this window has asked for. It goes on, and is seen again, when its panel was closed meanwhile. */
export interface Work {
  readonly store: StoreApi<WorkState>
  /** Runs one work; `say` words what came of it. */
  run<Value>(
    work: () => Promise<Done<Value>>,
    say: (value: Done<Value> & { readonly outcome: 'done' }) => string,
  ): Promise<void>
}

export function createWork({ onProgress }: Portable): Work {
  const store = createStore<WorkState>(() => ({ step: { type: 'idle' }, found: undefined }))
  const toStep = (step: WorkStep): void => store.setState({ step })

  onProgress((progress) => {
    if (store.getState().step.type === 'working') toStep({ type: 'working', progress })
  })

  const run: Work['run'] = async (work, say) => {
    toStep({ type: 'working', progress: undefined })
    const done = await work()
    if (done.outcome === 'done') toStep({ type: 'done', sentence: say(done) })
    else if (done.outcome === 'cancelled') toStep({ type: 'cancelled' })
    else toStep({ type: 'failed', reason: done.reason })
  }

  return { store, run }
}
