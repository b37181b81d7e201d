import { setTimeout } from 'node:timers/promises'

import { onTestFinished } from 'vitest'

import { createEmulatorFetch } from '../../../../emulators/vertex/emulator-fetch'
import { startVertexEmulator } from '../../../../emulators/vertex/vertex-emulator'
import { createChatService } from '../../chat/chat-service'
import { createModelOpener } from '../../models/open-model'
import { createGuardedFetch } from '../../transport/guarded-fetch'
import { createCallLog } from '../call-log'
import { serveLocalApi } from '../serve'

export const TOKEN = 'nagare-planted-token-0123456789'
export const MODEL = 'vertex/gemini-3.5-flash'

/** The API upon the app's own chat core, which reaches a local Vertex AI. */
export async function openApi() {
  const emulator = await startVertexEmulator()
  const models = createModelOpener({
    fetch: createGuardedFetch({
      fetch: createEmulatorFetch(emulator),
      limits: { headersMs: 10_000, idleMs: 10_000 },
    }),
    settings: () => ({ vertex: { apiKey: 'AIza-not-a-real-key' } }),
    env: {},
  })
  const chat = createChatService({
    openModel: models.open,
    describe: models.describe,
    note: () => undefined,
    wait: (ms, signal) => setTimeout(ms, undefined, signal === undefined ? {} : { signal }),
    now: Date.now,
    chance: () => 0,
  })
  const failures: unknown[] = []
  const calls = createCallLog({ now: Date.now, onCall: () => undefined })
  const api = await serveLocalApi({
    port: 0,
    token: () => TOKEN,
    calls,
    onFailure: (cause) => failures.push(cause),
    core: {
      chat,
      listModels: models.list,
      modelOf: (asked) => (asked === undefined || asked === 'default' ? MODEL : asked),
    },
  })
  onTestFinished(async () => {
    await api.close()
    await emulator.close()
  })
  const { port, close } = api
  return { emulator, calls, chat, failures, close, port, origin: `http://127.0.0.1:${port}` }
}
