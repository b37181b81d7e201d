import type { LocalApiCall } from '#shared/local-api'

/** So many are shown. */
const MOST_CALLS = 200

/** UTF-16 units of a model's id. A client may send anything in its place. */
const LONGEST_ID = 200

/** What is being learnt of a request while it is answered. */
export interface OpenCall {
  note(facts: { readonly modelId?: string; readonly answered?: number }): void
  hasAnswered(): boolean
  close(status: number): void
}

export interface CallLog {
  open(method: string, path: string): OpenCall
  read(): readonly LocalApiCall[]
  clear(): void
}

export interface CallLogOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** There is one more. */
  readonly onCall: () => void
}

/** Who asked what, when and how it went: never a word of it. Kept in memory only. */
export function createCallLog({ now, onCall }: CallLogOptions): CallLog {
  let calls: readonly LocalApiCall[] = []
  let lastId = 0
  return {
    open: (method, path) => {
      const at = now()
      let modelId: string | undefined
      let answered = 0
      return {
        note: (facts) => {
          modelId = facts.modelId?.slice(0, LONGEST_ID) ?? modelId
          answered += facts.answered ?? 0
        },
        hasAnswered: () => answered > 0,
        close: (status) => {
          const model = modelId === undefined ? {} : { modelId }
          const call = {
            id: ++lastId,
            at,
            method,
            path,
            status,
            ...model,
            milliseconds: now() - at,
            answered,
          }
          calls = [...calls, call].slice(-MOST_CALLS)
          onCall()
        },
      }
    },
    read: () => calls,
    clear: () => {
      calls = []
    },
  }
}
