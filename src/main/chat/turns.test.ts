import { describe, expect, it, onTestFinished } from 'vitest'

import type { Message } from '#shared/message'

import { rolesOf } from '../../../emulators/wire/roles'
import { createModelOpener } from '../models/open-model'
import { collect } from '../testing/collect'
import { KEY, PROVIDERS_UNDER_TEST } from '../testing/providers/providers-under-test'
import { PATIENT } from '../testing/providers/scenarios'
import { createGuardedFetch } from '../transport/guarded-fetch'
import { toLangChainMessages } from './to-langchain-messages'

function say(role: 'user' | 'assistant', text: string): Message {
  const node = { id: text, parentId: null, text, createdAt: 1 }
  if (role === 'user') return { ...node, role }
  return { ...node, role, thought: '', modelId: 'm', progress: { status: 'ended', reason: 'complete' } }
}

/** What a conversation is after single messages were deleted from it. */
const PATHS = {
  'an answer was deleted': [say('user', 'One'), say('user', 'Two')],
  'a prompt was deleted': [
    say('user', 'One'),
    say('assistant', 'A'),
    say('assistant', 'B'),
    say('user', 'Two'),
  ],
  'the first prompt was deleted': [say('assistant', 'A'), say('user', 'Two')],
  'an answer never said a word': [say('user', 'One'), say('assistant', ''), say('user', 'Two')],
} as const

const STRICT = PROVIDERS_UNDER_TEST.filter(({ name }) => ['Vertex AI', 'Anthropic'].includes(name))

describe.each(STRICT)('$name', ({ modelId, settings, start }) => {
  it.each(Object.entries(PATHS))('is sent turns that alternate after %s', async (_name, path) => {
    const emulator = await start(() => ({ said: { text: 'Heard.' } }))
    onTestFinished(() => emulator.close())
    const models = createModelOpener({
      fetch: createGuardedFetch({ fetch: emulator.network, limits: PATIENT }),
      settings: () => settings,
      env: { GOOGLE_API_KEY: KEY },
      secrets: { read: (_id, field) => (field === 'apiKey' ? KEY : undefined) },
    })
    const model = await models.open(modelId)
    const chunks = await collect(await model.stream(toLangChainMessages(path)))
    expect(chunks.map(({ text }) => text).join('')).toBe('Heard.')

    const { body } = emulator.requests.at(-1) ?? {}
    const roles = [...rolesOf(body, 'messages'), ...rolesOf(body, 'contents')]
    expect(roles).toEqual(roles.map((_, index) => (index % 2 === 0 ? 'user' : roles[1])))
    // Nobody's words are left out.
    const sent = JSON.stringify(body)
    for (const { text } of path) expect(sent).toContain(text)
  })
})
