import { FakeListChatModel } from '@langchain/core/utils/testing'
import { expect, it } from 'vitest'

import type { Message } from '#shared/message'

import { createTitleWriter } from './title-writer'

function conversation(modelId = 'vertex/gemini-flash', text = 'A game of two teams.'): readonly Message[] {
  const reply = { status: 'ended', reason: 'complete' } as const
  return [
    { role: 'user', id: 'p', parentId: null, text: 'What is baseball?', createdAt: 1 },
    { role: 'assistant', id: 'r', parentId: 'p', text, thought: '', modelId, progress: reply, createdAt: 1 },
  ]
}

function create({ isAllowed = true, said = '**"Baseball, explained."**\n', named = false } = {}) {
  const asked: string[] = []
  const titles: string[] = []
  const failures: unknown[] = []
  const noted: unknown[] = []
  let isNamed = named
  const writer = createTitleWriter({
    isAllowed: () => isAllowed,
    openModel: async (modelId) => {
      asked.push(modelId)
      if (said === '') throw new Error('offline')
      return new FakeListChatModel({ responses: [said] })
    },
    hasOwnTitle: () => isNamed,
    rename: (_, title) => titles.push(title),
    note: (request) => noted.push(request),
    onFailure: (cause) => failures.push(cause),
  })
  return { ...writer, asked, titles, failures, noted, name: () => (isNamed = true) }
}

it('asks the model of the first answer for a title, once, and takes its marks away', async () => {
  const { write, asked, titles } = create()
  await write('c', conversation())
  await write('c', conversation())
  expect([asked, titles]).toEqual([['vertex/gemini-flash'], ['Baseball, explained']])
})

it('notes what the title took, by estimate where the model does not say', async () => {
  const { write, noted } = create()
  await write('c', conversation())
  const usage = { input: expect.any(Number) as number, output: 9, isEstimate: true }
  expect(noted).toEqual([{ conversationId: 'c', modelId: 'vertex/gemini-flash', usage }])
})

it.each([
  ['that the user did not allow', { isAllowed: false }, conversation()],
  ['of the Demo', {}, conversation('demo/flow')],
  ['of a recording', {}, conversation('recording/x')],
  ['for a conversation that somebody named', { named: true }, conversation()],
  ['before there is an answer', {}, conversation(undefined, '')],
  ['for a later answer', {}, [...conversation(), ...conversation()]],
])('makes no request %s', async (_, options, path) => {
  const { write, asked, titles } = create(options)
  await write('c', path)
  expect([asked, titles]).toEqual([[], []])
})

it('leaves the title as it is when the model cannot be had', async () => {
  const { write, titles, failures } = create({ said: '' })
  await write('c', conversation())
  expect([titles, failures.length]).toEqual([[], 1])
})

it('leaves the title that somebody gave it while the model thought, which is paid for all the same', async () => {
  const { write, name, titles, noted } = create()
  const writing = write('c', conversation())
  name()
  await writing
  expect([titles, noted.length]).toEqual([[], 1])
})

it('tells of no failure when the app ends, which waits for no title', async () => {
  const { write, stop, failures } = create({ said: '' })
  const writing = write('c', conversation())
  stop()
  await writing
  expect(failures).toEqual([])
})
