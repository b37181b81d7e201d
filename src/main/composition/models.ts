import { PROVIDERS } from '../models/catalogue'
import { openModelLists } from '../models/model-lists'
import { createModelOpener } from '../models/open-model'
import { readPrices } from '../models/prices'
import { recogniseReply } from '../models/recording/recognise-reply'
import { createRecordingProvider } from '../models/recording/recording-provider'
import { createRunningProviders } from '../models/running-providers'
import {
  allowedProviders,
  applyConnectionPolicy,
  applyPolicyToKeys,
} from '../settings/apply-connection-policy'
import { createRecorder } from '../transport/recordings/recorder'
import type { SettingsParts } from './settings'

export interface ModelsParts extends Pick<SettingsParts, 'settings' | 'policy' | 'keys' | 'fetch'> {
  readonly inUserData: (file: string) => string
  readonly env: NodeJS.ProcessEnv
  /** The disk takes no recording, or no list of models. */
  readonly onRefusal: (cause: unknown) => void
}

/** The providers that are allowed here, the models that they have, and what records their answers. */
export function composeModels({ inUserData, env, onRefusal, ...decided }: ModelsParts) {
  const { settings, policy, keys, fetch } = decided
  const recordings = env['NAGARE_RECORDINGS'] ?? inUserData('recordings')
  const recorder = createRecorder({ onRefusal })
  if (env['NAGARE_RECORD']) recorder.start(env['NAGARE_RECORD'])
  const everyProvider = [...PROVIDERS, createRecordingProvider({ folder: recordings })]
  const providers = allowedProviders(everyProvider, policy.connections)
  const lists = openModelLists(inUserData('models.json'), onRefusal)
  const running = createRunningProviders(providers)
  const priceFile = inUserData('prices.json')
  const models = createModelOpener({
    fetch,
    record: (heard, subject) => recorder.wrap(heard, recogniseReply(subject)),
    settings: () => applyConnectionPolicy(settings.read(), policy.connections),
    secrets: applyPolicyToKeys(keys, policy.connections),
    env,
    providers,
    lists,
    running: running.ids,
    prices: () => readPrices(priceFile),
  })
  return { recordings, recorder, providers, lists, running, priceFile, models }
}
