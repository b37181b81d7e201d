import { expect, it } from 'vitest'

import type { Message, Reply } from '#shared/message'

import { toContinuation, toLangChainMessages } from './to-langchain-messages'

function say(role: 'user' | 'assistant', text: string, details?: Reply['details']): Message {
  const node = { id: text, parentId: null, text, createdAt: 1 }
  if (role === 'user') return { ...node, role }
  const progress = { status: 'ended', reason: 'complete' } as const
  return { ...node, role, thought: '', modelId: 'm', progress, ...(details && { details }) }
}

const draw = (path: readonly Message[]) =>
  toLangChainMessages(path).map((message) => [message.getType(), message.content])

it('gives each turn to its speaker, without the answers that never said a word', () => {
  const path = [say('user', 'one'), say('assistant', ''), say('user', 'two'), say('assistant', 'three')]
  expect(draw(path.toSpliced(1, 1, say('assistant', 'said')))).toEqual([
    ['human', 'one'],
    ['ai', 'said'],
    ['human', 'two'],
    ['ai', 'three'],
  ])
})

it('makes one turn of neighbours whose answer or prompt was deleted, or never came', () => {
  const prompts = [say('user', 'one'), say('assistant', ''), say('user', 'two')]
  const replies = [say('assistant', 'three'), say('assistant', 'four'), say('user', 'five')]
  expect(draw([...prompts, ...replies])).toEqual([
    ['human', 'one\n\ntwo'],
    ['ai', 'three\n\nfour'],
    ['human', 'five'],
  ])
})

it('keeps the signatures of answers that became one turn, each at its part', () => {
  const signed = say('assistant', 'signed', {
    thoughtSignatures: ['s'],
    signedParts: [{ kind: 'text', length: 6 }],
  })
  const [, message] = toLangChainMessages([say('user', 'one'), say('assistant', 'plain'), signed])
  expect(message?.content).toEqual([
    { type: 'text', text: 'plain' },
    { type: 'text', text: 'signed' },
  ])
  expect(message?.additional_kwargs).toEqual({ signatures: ['', 's'] })
})

it('asks a model that takes no beginning to go on, after all that was said', () => {
  const reply = say('assistant', 'half a') as Reply
  const asked = toContinuation([say('user', 'one')], reply, false)
  expect(asked.map((message) => message.getType())).toEqual(['human', 'ai', 'human'])
  expect(asked.at(-1)?.content).toContain('"half a"')
  expect(toContinuation([say('user', 'one')], reply, true)).toHaveLength(2)
})

it('asks once more what was asked, where the answer was cut before its first word', () => {
  expect(toContinuation([say('user', 'one')], say('assistant', '') as Reply, false)).toHaveLength(1)
})
