import { describe, expect, it } from 'vitest'

import { PROVIDERS } from './catalogue'
import { MODEL_LIST, RETIRED_MODELS } from './model-list'
import { createModelOpener } from './open-model'

const MAKERS = Object.keys(RETIRED_MODELS) as (keyof typeof RETIRED_MODELS)[]

describe.each(MAKERS)('the retired models of %s', (maker) => {
  const listed: readonly string[] = MODEL_LIST[maker].map(({ name }) => name)

  it('have successors that can be chosen, and can no longer be chosen themselves', () => {
    const entries = Object.entries(RETIRED_MODELS[maker])
    expect(
      entries.filter(([name, successor]) => listed.includes(name) || !listed.includes(successor)),
    ).toEqual([])
  })
})

it.each([
  ['vertex', 'gemini-2.5-flash', 'gemini-3.5-flash'],
  ['gemini', 'gemini-2.5-flash', 'gemini-3.5-flash'],
  ['openai', 'gpt-4-turbo', 'gpt-5.5'],
  ['anthropic', 'claude-opus-4-20250514', 'claude-opus-5-5'],
  // What these call so is whatever somebody has given that name.
  ['azure', 'gpt-4-turbo', undefined],
  ['compatible', 'gpt-4-turbo', undefined],
  ['openai', 'constructor', undefined],
])('the sentence about a failure of %s proposes the successor of %s: %s', (provider, name, successor) => {
  const models = createModelOpener({
    fetch: () => Promise.reject(new Error('nobody is asked')),
    env: {},
    settings: () => ({ connections: { mine: { provider, defaultModel: name } } }),
    providers: PROVIDERS,
  })
  expect(models.describe(`mine/${name}`).successor).toBe(successor)
  expect(models.list().find(({ id }) => id === `mine/${name}`)?.successor).toBe(successor)
})
