import { useEffect, useState } from 'react'

import type { AppError } from '#shared/app-error'
import type { Result } from '#shared/result'
import type { TrashItem, TrashPage, TrashPlace } from '#shared/trash'

import { useLibrary } from './use-library'

export interface TrashState {
  readonly items: readonly TrashItem[]
  /** Where what has not been read begins. */
  readonly next: TrashPlace | undefined
  readonly isRead: boolean
  readonly pickedKeys: ReadonlySet<string>
  readonly trouble: AppError | undefined
}

const NOTHING: TrashState = {
  items: [],
  next: undefined,
  isRead: false,
  pickedKeys: new Set(),
  trouble: undefined,
}

export function keyOf({ conversationId, deletedAt }: TrashPlace): string {
  return `${conversationId} ${deletedAt}`
}

function withPage(state: TrashState, answer: Result<TrashPage>): TrashState {
  if (!answer.ok) return { ...state, isRead: true, trouble: answer.error }
  const { items, next } = answer.value
  return { ...state, items: [...state.items, ...items], next, isRead: true, trouble: undefined }
}

/** The trash as it was when it was opened, without what was taken out of it since. */
export function useTrash() {
  const { trash } = useLibrary()
  const [state, setState] = useState(NOTHING)

  async function read(after?: TrashPlace): Promise<void> {
    const answer = await trash.read(after)
    setState((now) => withPage(after === undefined ? { ...now, items: [] } : now, answer))
  }

  useEffect(() => {
    void trash.read().then((answer) => setState((now) => withPage(now, answer)))
  }, [trash])

  /** Says whether main did it. */
  async function take(
    gone: readonly TrashItem[],
    act: (places: readonly TrashPlace[]) => Promise<AppError | undefined>,
  ): Promise<boolean> {
    const trouble = await act(gone)
    setState((now) => {
      if (trouble !== undefined) return { ...now, trouble }
      const keys = new Set(gone.map(keyOf))
      const items = now.items.filter((item) => !keys.has(keyOf(item)))
      return { ...now, items, pickedKeys: new Set(), trouble }
    })
    return trouble === undefined
  }

  const picked = state.items.filter((item) => state.pickedKeys.has(keyOf(item)))
  const pick = (keys: Iterable<string>) => setState((now) => ({ ...now, pickedKeys: new Set(keys) }))

  return {
    ...state,
    picked,
    readMore: () => void read(state.next),
    readAgain: () => void read(),
    toggle: (key: string) => {
      if (state.pickedKeys.has(key)) pick([...state.pickedKeys].filter((other) => other !== key))
      else pick([...state.pickedKeys, key])
    },
    pickAll: (isPicked: boolean) => pick(isPicked ? state.items.map(keyOf) : []),
    restore: () => take(picked, trash.restore),
    deleteForGood: () => take(picked, trash.deleteForGood),
    /** Also of what has not been read. What was deleted since the reading stays. */
    empty: async (): Promise<boolean> => {
      const until = state.items[0]?.deletedAt ?? 0
      const isDone = await take(state.items, () => trash.empty(until))
      if (isDone) await read()
      return isDone
    },
  }
}
