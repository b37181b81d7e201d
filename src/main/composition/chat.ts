import { setTimeout } from 'node:timers/promises'

import { powerMonitor } from 'electron'

import type { AppError } from '#shared/app-error'
import type { ModelParameters } from '#shared/parameters'

import type { AnswerLimits } from '../chat/answer-limit'
import { type ChatService, createChatService } from '../chat/chat-service'
import type { Conversations } from '../conversations/conversations'
import type { Log } from '../diagnostics/log'
import { meter, type MeterParts } from '../local-api/metered'
import type { ModelOpener } from '../models/open-model'
import type { KeyStore } from '../settings/key-store'
import type { PreferenceStore } from '../settings/preferences'
import type { SettingsStore } from '../settings/settings-store'
import { composeLocalApi } from './local-api'

export interface ChatCompositionParts {
  readonly models: ModelOpener
  readonly keys: KeyStore
  readonly preferences: PreferenceStore
  readonly settings: SettingsStore
  readonly note: Conversations['note']
  readonly spending: Omit<MeterParts, 'onEnd'> & { readonly limitsOf: (modelId: string) => AnswerLimits }
  /** An answer that another program had asked for has ended. */
  readonly onProgramAnswered: () => void
  readonly log: Log
}

/** The chat core twice: for the windows, whose replies are kept, and for other programs, whose replies are not. */
export function composeChat({
  models,
  keys,
  preferences,
  settings,
  note,
  spending,
  onProgramAnswered,
  log,
}: ChatCompositionParts) {
  const parts = {
    openModel: async (modelId: string, options: { readonly parameters: ModelParameters }) => {
      await keys.load()
      return models.open(modelId, options)
    },
    describe: models.describe,
    limits: spending.limitsOf,
    onFailure: (modelId: string, { code, facts }: AppError, cause: unknown) => {
      const provider = models.connections().find(({ id }) => modelId.startsWith(`${id}/`))?.provider.id
      // What the window has a sentence for is no bug.
      const level = code === 'unexpected' ? 'error' : 'warn'
      log.fail({
        ...{ scope: 'reply', message: 'A reply failed', cause, level },
        fields: { provider, reason: code, status: facts?.status },
      })
    },
    wait: (ms: number, signal?: AbortSignal) =>
      setTimeout(ms, undefined, signal === undefined ? {} : { signal }),
    now: Date.now,
    chance: Math.random,
  }
  const chat: ChatService = createChatService({ ...parts, note })
  const ofPrograms: ChatService = createChatService({ ...parts, note: () => undefined })
  for (const { suspend } of [chat, ofPrograms]) powerMonitor.on('suspend', suspend)

  const localApiHandlers = composeLocalApi({
    ...{
      chat: meter(ofPrograms, { ...spending, onEnd: onProgramAnswered }),
      preferences,
      keys,
      listModels: models.list,
    },
    chosenModel: () => settings.read().modelId,
    onFailure: (cause) => log.fail({ scope: 'local-api', message: 'The local API failed', cause }),
  })
  return { chat, localApiHandlers, isBusy: () => chat.isBusy() || ofPrograms.isBusy() }
}
