import { Worker } from 'node:worker_threads'

import { Cancelled } from './cancel'
import type { JobName, Jobs, Progress } from './jobs'
import type { JobNews, JobOrder } from './worker'

export interface ThreadOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** Runs a job beside everything else. Rejects with `Cancelled` when it was, and with a `JobFailure` when it failed. */
export type RunJob = <Name extends JobName>(
  name: Name,
  input: Jobs[Name]['input'],
  options?: ThreadOptions,
) => Promise<Jobs[Name]['output']>

/** A failure as it crossed from the thread. */
export interface JobFailure extends Error {
  /** The system's or SQLite's name for it, for example `ENOSPC`. */
  readonly code: string
}

/** `script` is the built `worker`. */
export function createThreads(script: URL): RunJob {
  return (name, input, { signal, onProgress } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(new Cancelled())
      const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
      const order: JobOrder = { name, input, cancelled }
      const worker = new Worker(script, { workerData: order })
      const cancel = (): void => void Atomics.store(new Int32Array(cancelled), 0, 1)
      signal?.addEventListener('abort', cancel)
      const settle = (act: () => void): void => {
        signal?.removeEventListener('abort', cancel)
        act()
      }
      worker.on('message', (news: JobNews) => {
        if (news.type === 'progress') return onProgress?.(news.progress)
        settle(() => {
          if (news.type === 'done') resolve(news.output as Jobs[typeof name]['output'])
          else if (news.type === 'cancelled') reject(new Cancelled())
          else reject(Object.assign(new Error(news.detail), { code: news.code }))
        })
      })
      worker.on('error', (cause) => settle(() => reject(cause)))
      worker.on('exit', () => settle(() => reject(new Error('the thread ended without a word'))))
    })
}
