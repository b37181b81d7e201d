import { describe, expect, it } from 'vitest'

import type { ModelParameters } from '#shared/parameters'

import { temporaryFile } from './conversations/testing/temporary-database'
import { openCore } from './testing/open-core'
import { KEY, PROVIDERS_UNDER_TEST } from './testing/providers/providers-under-test'
import { PATIENT } from './testing/providers/scenarios'

const CHOSEN: ModelParameters = {
  systemPrompt: 'Answer like a river.',
  temperature: 0.5,
  maxOutputTokens: 4321,
}

describe.each(PROVIDERS_UNDER_TEST)('a reply of $name that is continued', (provider) => {
  it('is asked for with the system prompt and the parameters of its conversation', async () => {
    const emulator = await provider.start(({ body }) => ({
      said: JSON.stringify(body).includes('Half')
        ? { text: ' a word' }
        : { text: 'Half', ending: 'length' as const },
    }))
    const core = openCore({
      ...{ file: temporaryFile(), network: emulator.network, limits: PATIENT },
      settings: provider.settings,
      secrets: { read: (_, field) => (field === 'apiKey' ? KEY : undefined) },
    })
    const asked = await core.ask('Hello', { modelId: provider.modelId, parameters: CHOSEN })
    const continued = await core.goOn(asked)
    core.close()
    await emulator.close()

    expect([asked.kept.text, continued.text]).toEqual(['Half', 'Half a word'])
    const [first, second, ...others] = emulator.requests.map(({ body }) => body)
    expect(others).toEqual([])
    expect(JSON.stringify(first)).toContain('Answer like a river.')
    expect(toldBeside(second)).toEqual(toldBeside(first))
  })
})

/** A request without what was said: who says it differs, what else the model is told does not. */
function toldBeside(body: unknown): object {
  const { messages, input, contents, ...rest } = body as Readonly<Record<string, unknown>>
  const turns = [messages, input, contents].flatMap((list) =>
    Array.isArray(list) ? (list as unknown[]) : [],
  )
  return { ...rest, systemTurns: turns.filter((turn) => JSON.stringify(turn).includes('like a river')) }
}
