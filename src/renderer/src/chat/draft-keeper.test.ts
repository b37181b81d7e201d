import { beforeEach, expect, it, vi } from 'vitest'

import { createDraftKeeper } from './draft-keeper'

beforeEach(() => void vi.useFakeTimers())

function create() {
  const kept: string[] = []
  return { kept, ...createDraftKeeper((conversationId, text) => kept.push(`${conversationId}: ${text}`)) }
}

it('keeps what was typed after a moment, and only the last of it', () => {
  const { kept, typed } = create()
  typed('one', 'W')
  typed('one', 'What')
  expect(kept).toEqual([])
  vi.runAllTimers()
  expect(kept).toEqual(['one: What'])
})

it('keeps what is typed without a pause, so that a crash takes only the last of it', () => {
  const { kept, typed } = create()
  for (const text of ['W', 'Wh', 'Wha', 'What']) {
    typed('one', text)
    vi.advanceTimersByTime(150)
  }
  expect(kept).toEqual(['one: Wha'])
})

it('keeps at once what was left behind, what is sent, and what a closing window holds', () => {
  const { kept, typed, flush } = create()
  typed('one', 'What')
  typed('two', 'And')
  typed('two', '')
  typed('two', 'So')
  flush()
  vi.runAllTimers()
  expect(kept).toEqual(['one: What', 'two: ', 'two: So'])
})
