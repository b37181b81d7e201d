import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Clock } from '../../transport/clock'
import { RECORDING_EXTENSION } from '../../transport/recordings/open-recording'
import { readRecording } from '../../transport/recordings/read-recording'
import { createReplayFetch, type ReplaySpeed } from '../../transport/recordings/replay-fetch'
import { transportError } from '../../transport/transport-fault'
import { modelError } from '../model-fault'
import type { ListedModel, Provider } from '../provider'
import { type NamedReplay, parseReplayName, toReplayName } from './recording-name'
import { REPLAYED_PROVIDERS } from './replayed-providers'

export interface RecordingProviderOptions {
  /** Need not exist; looked at anew each time the models are listed. */
  readonly folder: string
  readonly clock?: Clock
}

/** What the picker offers for each recording; an id may name any other speed. */
const OFFERED: readonly (readonly [speed: ReplaySpeed, title: string])[] = [
  [1, ''],
  [10, ' · 10×'],
  ['max', ' · max'],
]

/** Every recording of a folder as a model: whatever it is asked, it answers as the provider did then. */
export function createRecordingProvider({ folder, clock }: RecordingProviderOptions): Provider {
  return {
    id: 'recording',
    title: 'Recordings',
    fields: [],
    isBuiltIn: true,
    isAddable: false,
    takesPrefill: () => false,
    checks: () => [],
    models: () => listRecordings(folder).flatMap(toChoices),
    open: async (modelName) => {
      const unknown = modelError({ kind: 'unknown-model', modelId: `recording/${modelName}` })
      const replay = parseReplayName(modelName)
      // Only what was listed: the name comes from the window, and may hold a path.
      if (!replay || !listRecordings(folder).includes(replay.recording)) throw unknown
      const text = await readFile(join(folder, replay.recording + RECORDING_EXTENSION), 'utf8')
      const read = readRecording(text)
      if (!read.ok) throw damaged(replay)
      const { header } = read.recording
      const provider = REPLAYED_PROVIDERS.find(({ id }) => id === header.provider)
      if (!provider) throw unknown
      const fetch = createReplayFetch(read.recording, { speed: replay.speed, ...(clock ? { clock } : {}) })
      return provider.open(header, fetch)
    },
  }
}

function listRecordings(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(RECORDING_EXTENSION))
    .map((name) => name.slice(0, -RECORDING_EXTENSION.length))
    .sort()
}

function toChoices(recording: string): readonly ListedModel[] {
  return OFFERED.map(([speed, title]) => ({
    name: toReplayName({ recording, speed }),
    title: recording + title,
  }))
}

/** In place of a host stands the file, which is all that can be at fault. */
function damaged({ recording }: NamedReplay): Error {
  return transportError({ kind: 'malformed', host: recording + RECORDING_EXTENSION, bytesReceived: 0 })
}
