import type { Hindrance, Release, UpdateState } from '#shared/update'

import { toUpdateProblem } from './to-update-problem'

/** Where releases come from. Everything may fail, and says why by throwing. */
export interface UpdateSource {
  /** The newest release, if it is newer than this one. */
  check(): Promise<Release | undefined>
  /** Fetches what the last check found and verifies it. Percent is a whole number. */
  download(onProgress: (percent: number) => void): Promise<void>
  /** Ends the app, installs what was fetched, and starts it. */
  install(): void
}

export interface UpdateParts {
  /** Why this Nagare may or can not update itself; asked each time. */
  readonly hindrance: () => { readonly by: Hindrance; readonly page?: string } | undefined
  /** Called when it is needed first, and again after it failed. */
  readonly openSource: () => Promise<UpdateSource>
  /** Whether an answer is being written. */
  readonly isBusy: () => boolean
  readonly onFailure: (cause: unknown) => void
}

export interface UpdateFlow {
  state(): UpdateState
  /** Calls back at every change; returns the function that ends it. */
  follow(listener: (state: UpdateState) => void): () => void
  /** Unasked, it is only told of what was found, and what an earlier look found stays when this one fails. */
  check(how: 'asked' | 'unasked'): Promise<void>
  download(): Promise<void>
  install(): void
  /** No answer is being written any more. */
  onIdle(): void
}

/** The way of an update from the question to the restart. It never goes a step by itself, and never ends an answer. */
export function createUpdateFlow({ hindrance, openSource, isBusy, onFailure }: UpdateParts): UpdateFlow {
  const listeners = new Set<(state: UpdateState) => void>()
  let state: UpdateState = { step: 'idle' }
  let source: UpdateSource | undefined

  function become(next: UpdateState): void {
    state = next
    for (const listener of listeners) listener(next)
  }

  function fail(cause: unknown, release?: Release): void {
    onFailure(cause)
    const problem = toUpdateProblem(cause)
    become(release === undefined ? { step: 'failed', problem } : { step: 'failed', problem, release })
  }

  async function check(how: 'asked' | 'unasked'): Promise<void> {
    if (UNDER_WAY.includes(state.step)) return
    const hindered = hindrance()
    if (hindered !== undefined) return become({ step: 'hindered', ...hindered })
    const known = how === 'unasked' && state.step === 'found' ? state : undefined
    become({ step: 'checking' })
    try {
      source ??= await openSource()
      const release = await source.check()
      if (release === undefined) become({ step: 'current' })
      else become({ step: 'found', release, isUnasked: how === 'unasked' })
    } catch (cause) {
      if (known === undefined) return fail(cause)
      onFailure(cause)
      become(known)
    }
  }

  async function download(): Promise<void> {
    if (state.step !== 'found' && state.step !== 'failed') return
    const { release } = state
    // The policy may have become another since.
    if (release === undefined || source === undefined || hindrance() !== undefined) return
    become({ step: 'downloading', release, percent: 0 })
    try {
      await source.download((percent) => {
        if (state.step === 'downloading' && state.percent !== percent) become({ ...state, percent })
      })
      become({ step: 'ready', release, waits: false })
    } catch (cause) {
      fail(cause, release)
    }
  }

  function install(): void {
    if (state.step !== 'ready' || source === undefined) return
    if (isBusy()) return become({ ...state, waits: true })
    become({ step: 'installing' })
    source.install()
  }

  return {
    state: () => state,
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    check,
    download,
    install,
    onIdle: () => {
      if (state.step === 'ready' && state.waits) install()
    },
  }
}

const UNDER_WAY: readonly UpdateState['step'][] = ['checking', 'downloading', 'ready', 'installing']
