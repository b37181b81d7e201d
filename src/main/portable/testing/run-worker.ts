import { createThreads } from '../threads'

/** Threads that run the source. */
export const runJob = createThreads(new URL('worker.mjs', import.meta.url))
