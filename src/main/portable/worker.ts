import { parentPort, workerData } from 'node:worker_threads'

import { sqliteCode } from '../conversations/connect'
import { Cancelled } from './cancel'
import { type JobName, type JobParts, type Progress, runs } from './jobs'

/** What a thread is started with. */
export interface JobOrder {
  readonly name: JobName
  readonly input: unknown
  /** One number, 1 from the moment when the job is not wanted any more. */
  readonly cancelled: SharedArrayBuffer
}

/** What a thread says: any number of steps, then one of the others. */
export type JobNews =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly code: string; readonly detail: string }

const PROGRESS_EVERY_MS = 100

void run(workerData as JobOrder)

/** Runs one job. A step that comes right after another is not told: the listener draws. */
async function run({ name, input, cancelled }: JobOrder): Promise<void> {
  const flag = new Int32Array(cancelled)
  let toldAt = Number.NEGATIVE_INFINITY
  const parts: JobParts = {
    isCancelled: () => Atomics.load(flag, 0) === 1,
    onProgress: (progress) => {
      const now = performance.now()
      if (now - toldAt < PROGRESS_EVERY_MS) return
      toldAt = now
      tell({ type: 'progress', progress })
    },
  }
  try {
    const work = runs[name] as (input: unknown, parts: JobParts) => unknown
    tell({ type: 'done', output: await work(input, parts) })
  } catch (cause) {
    if (cause instanceof Cancelled) return tell({ type: 'cancelled' })
    tell({ type: 'failed', code: codeOf(cause), detail: String(cause) })
  }
}

function codeOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : sqliteCode(cause)
}

function tell(news: JobNews): void {
  parentPort?.postMessage(news)
}
