import type { PresetAnswers } from '#shared/requests/presets'

import type { Caller, Handlers } from '../bridge/answer'
import { kept } from './kept'
import type { PresetStore } from './preset-store'

export interface ServedPresets {
  readonly handlers: Pick<Handlers, keyof PresetAnswers>
  /** Tells every window that asked, after a change that came from elsewhere. */
  tell(): void
}

/** Joins the requests about prompts that are kept to what keeps them. */
export function servePresets(store: PresetStore): ServedPresets {
  const followers = new Set<Caller>()

  function tell(): void {
    const presets = store.list()
    for (const follower of followers) follower.tell('presets', { presets })
  }

  function change(write: () => void): void {
    kept(write)
    tell()
  }

  return {
    handlers: {
      readPresets: (_, caller) => {
        followers.add(caller)
        caller.gone.addEventListener('abort', () => followers.delete(caller), { once: true })
        return { presets: store.list() }
      },
      keepPresets: ({ presets }) => change(() => store.keep(presets)),
      deletePreset: ({ id }) => change(() => store.delete(id)),
    },
    tell,
  }
}
