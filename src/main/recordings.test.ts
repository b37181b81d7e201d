import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { temporaryFile } from './conversations/testing/temporary-database'
import { recogniseReply } from './models/recording/recognise-reply'
import { createRecordingProvider } from './models/recording/recording-provider'
import { endingOf, hearReply, wordsOf } from './models/recording/testing/hear-reply'
import { openContext } from './models/testing/connection-context'
import { openCore } from './testing/open-core'
import { KEY, type ProviderUnderTest, PROVIDERS_UNDER_TEST } from './testing/providers/providers-under-test'
import { PATIENT, STORY } from './testing/providers/scenarios'
import { createRecorder } from './transport/recordings/recorder'

const PROMPT = 'a prompt that is nobody else’s business'

const WIRES: Readonly<Record<string, string>> = {
  'Vertex AI': 'generate-content',
  'Gemini API': 'generate-content',
  OpenAI: 'chat-completions',
  'OpenAI, responses': 'responses',
  'Azure OpenAI': 'chat-completions',
  'OpenAI-compatible': 'chat-completions',
  Ollama: 'ollama-chat',
  Anthropic: 'messages',
}

/** One reply from the provider's emulator, as it was kept and as it was recorded. */
async function record({ start, settings, modelId }: ProviderUnderTest) {
  const emulator = await start(() => ({ said: STORY, tcpBytes: 7 }))
  const file = temporaryFile()
  const folder = join(dirname(file), 'recordings')
  mkdirSync(folder)
  const recorder = createRecorder({
    onRefusal: (cause) => {
      throw cause
    },
  })
  recorder.start(folder)
  const core = openCore({
    ...{ file, settings, network: emulator.network, limits: PATIENT },
    secrets: { read: (_, field) => (field === 'apiKey' ? KEY : undefined) },
    record: (fetch, subject) => recorder.wrap(fetch, recogniseReply(subject)),
  })
  const { kept } = await core.ask(PROMPT, { modelId })
  core.close()
  await emulator.close()
  return { kept, folder }
}

describe.each(PROVIDERS_UNDER_TEST)('a recording of $name', (provider) => {
  it('says who spoke and how, holds neither key nor prompt, and replays through the same class', async () => {
    const { kept, folder } = await record(provider)
    const files = readdirSync(folder)
    expect(files).toHaveLength(1)
    const text = readFileSync(join(folder, files[0] ?? ''), 'utf8')
    expect(text).not.toContain(KEY)
    expect(text).not.toContain(PROMPT)
    const [id, ...model] = provider.modelId.split('/')
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({
      provider: id,
      model: model.join('/'),
      wire: WIRES[provider.name],
      host: provider.host,
    })

    const context = openContext({ fetch: globalThis.fetch })
    const name = `${(files[0] ?? '').replace('.jsonl', '')}@max`
    const heard = await hearReply(await createRecordingProvider({ folder }).open(name, context))
    expect({
      text: wordsOf(heard, 'text'),
      thought: wordsOf(heard, 'thought'),
      ending: endingOf(heard),
    }).toEqual({
      text: STORY.text,
      thought: kept.thought,
      ending: 'complete',
    })
    expect(kept.text).toBe(STORY.text)
  })
})
