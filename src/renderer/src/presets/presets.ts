import { createStore, type StoreApi } from 'zustand/vanilla'

import type { AppError } from '#shared/app-error'
import type { Bridge, RequestName, Requests } from '#shared/contract'
import type { Preset } from '#shared/preset'

export interface PresetsState {
  readonly presets: readonly Preset[]
  /** Why the last change was not kept, or they could not be read. */
  readonly trouble: AppError | undefined
}

/** The prompts that are kept to be used again, as this window knows them. */
export interface Presets {
  readonly store: Pick<StoreApi<PresetsState>, 'getState' | 'getInitialState' | 'subscribe'>
  /** Reads them, and follows them from then on. */
  open(): Promise<void>
  /** Shown at once; put back when main refuses. */
  keep(preset: Preset): Promise<void>
  delete(id: string): Promise<void>
  readonly newId: () => string
}

export function createPresets(bridge: Bridge, newId: () => string): Presets {
  const store = createStore<PresetsState>(() => ({ presets: [], trouble: undefined }))
  bridge.on('presets', ({ presets }) => store.setState({ presets }))

  async function open(): Promise<void> {
    const answer = await bridge.ask('readPresets', {})
    if (answer.ok) store.setState({ presets: answer.value.presets })
    else store.setState({ trouble: answer.error })
  }

  async function change<Name extends RequestName>(
    name: Name,
    input: Requests[Name],
    next: readonly Preset[],
  ): Promise<void> {
    store.setState({ presets: next })
    const answer = await bridge.ask(name, input)
    if (!answer.ok) await open()
    store.setState({ trouble: answer.ok ? undefined : answer.error })
  }

  const without = (id: string) => store.getState().presets.filter((one) => one.id !== id)
  return {
    store,
    open,
    keep: (preset) => change('keepPresets', { presets: [preset] }, [...without(preset.id), preset]),
    delete: (id) => change('deletePreset', { id }, without(id)),
    newId,
  }
}
