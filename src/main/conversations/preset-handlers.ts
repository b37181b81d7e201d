import type { PresetAnswers } from '#shared/requests/presets'

import type { Handlers } from '../bridge/answer'
import { createFollowers } from '../bridge/followers'
import { kept } from './kept'
import type { PresetStore } from './preset-store'

export interface ServedPresets {
  readonly handlers: Pick<Handlers, keyof PresetAnswers>
  /** Tells every window that asked, after a change that came from elsewhere. */
  tell(): void
}

/** Joins the requests about prompts that are kept to what keeps them. */
export function servePresets(store: PresetStore): ServedPresets {
  const followers = createFollowers('presets')

  const tell = (): void => followers.tell({ presets: store.list() })

  function change(write: () => void): void {
    kept(write)
    tell()
  }

  return {
    handlers: {
      readPresets: (_, caller) => {
        followers.add(caller)
        return { presets: store.list() }
      },
      keepPresets: ({ presets }) => change(() => store.keep(presets)),
      deletePreset: ({ id }) => change(() => store.delete(id)),
    },
    tell,
  }
}
