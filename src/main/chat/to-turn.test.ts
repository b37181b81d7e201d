import { expect, it } from 'vitest'

import type { Message } from '#shared/message'

import { toTurn } from './to-turn'

const say = (id: string, text: string): Message => ({ role: 'user', id, parentId: null, text, createdAt: 1 })
const reply = (id: string, text: string): Message => ({
  ...{ role: 'assistant', id, parentId: null, text, thought: '', modelId: 'm', createdAt: 1 },
  progress: { status: 'ended', reason: 'complete' },
})

const PATH = [say('p1', 'word '.repeat(60)), reply('r1', 'short'), say('p2', 'last')]

it('puts the system prompt first, and leaves it out where there is none', () => {
  const drawn = (systemPrompt: string | undefined) =>
    toTurn(PATH, { contextWindow: undefined, systemPrompt })
      .messages()
      .map((message) => message.getType())
  expect([drawn('Briefly.'), drawn(''), drawn(undefined)]).toEqual([
    ['system', 'human', 'ai', 'human'],
    ['human', 'ai', 'human'],
    ['human', 'ai', 'human'],
  ])
})

it('makes room for the system prompt in the context window', () => {
  const firstSentId = (systemPrompt: string) => toTurn(PATH, { contextWindow: 200, systemPrompt }).firstSentId
  expect([firstSentId('Briefly.'), firstSentId('word '.repeat(60))]).toEqual([undefined, 'p2'])
})
