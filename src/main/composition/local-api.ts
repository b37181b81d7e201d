import { randomBytes } from 'node:crypto'

import type { ApiCore } from '../local-api/answering'
import { createLocalApi, type LocalApiParts } from '../local-api/local-api'
import { localApiHandlers } from '../local-api/local-api-handlers'

export interface LocalApiOptions
  extends Pick<LocalApiParts, 'preferences' | 'keys' | 'onFailure'>, Pick<ApiCore, 'chat' | 'listModels'> {
  /** What was picked in the app. */
  readonly chosenModel: () => string | undefined
}

/** The API for other programs. */
export function composeLocalApi({ chat, listModels, chosenModel, ...parts }: LocalApiOptions) {
  const chosen = (): string => {
    const models = listModels()
    return (models.find(({ id }) => id === chosenModel()) ?? models[0])?.id ?? ''
  }
  const api = createLocalApi({
    ...parts,
    core: {
      chat,
      listModels,
      modelOf: (asked) => (asked === undefined || asked === 'default' ? chosen() : asked),
    },
    load: async () => (await import('../local-api/serve')).serveLocalApi,
    newToken: () => `nagare-${randomBytes(32).toString('base64url')}`,
    now: Date.now,
  })
  return localApiHandlers(api)
}
