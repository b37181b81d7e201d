import type { ModelChoice } from '#shared/model-choice'

import type { Handlers } from '../bridge/answer'
import type { SettingsStore } from './settings-store'

export interface ModelHandlerParts {
  readonly listModels: () => readonly ModelChoice[]
  readonly settings: Pick<SettingsStore, 'read' | 'change'>
}

/** Joins the model requests of the contract to the catalogue and the settings, which remember the choice. */
export function modelHandlers({
  listModels,
  settings,
}: ModelHandlerParts): Pick<Handlers, 'listModels' | 'chooseModel'> {
  return {
    listModels: () => {
      const models = listModels()
      const chosen = models.find(({ id }) => id === settings.read().modelId) ?? models[0]
      return { models, chosenId: chosen?.id ?? '' }
    },
    chooseModel: ({ modelId }) => settings.change({ modelId }),
  }
}
