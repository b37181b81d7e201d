import { expect, it } from 'vitest'

import type { Usage } from '#shared/message'

import { createAnswerLimit, NO_LIMITS } from './answer-limit'

const replyId = 'r'
const say = (text: string) => ({ type: 'reply-delta', replyId, kind: 'text', at: 0, text }) as const
const count = (usage: Usage) => ({ type: 'reply-usage', replyId, usage }) as const
const price = { input: 1_000_000, output: 1_000_000, date: '2026-11-22' }

it('never ends an answer without a limit, or by a price that nobody knows', () => {
  const free = [NO_LIMITS, { ...NO_LIMITS, dollars: 1 }].map((limits) =>
    createAnswerLimit(limits, undefined, () => 1_000),
  )
  expect(free.map((isOver) => isOver(say('word '.repeat(10_000))))).toEqual([false, false])
})

it('counts words by estimate until the provider has counted, and by the provider from then on', () => {
  const isOver = createAnswerLimit({ ...NO_LIMITS, tokens: 10 }, undefined, () => 0)
  expect(isOver(say('a'.repeat(27)))).toBe(false)
  expect(isOver(count({ input: 100, output: 4 }))).toBe(false)
  // Ten: as much as it may take.
  expect(isOver(say('a'.repeat(18)))).toBe(false)
  expect(isOver(count({ input: 100, output: 10 }))).toBe(false)
  expect(isOver(say('a'))).toBe(true)
})

it('does not end an answer by the figure that comes with its end', () => {
  const isOver = createAnswerLimit({ ...NO_LIMITS, tokens: 10 }, undefined, () => 0)
  expect([isOver(say('Hi')), isOver(count({ input: 1, output: 500 }))]).toEqual([false, false])
})

it('counts the question and what came from the cache in money', () => {
  const limits = { tokens: 0, dollars: 20, price: { ...price, cached: 0 } }
  const isOver = createAnswerLimit(limits, undefined, () => 18)
  expect([isOver(say('aaa')), isOver(say('aaaaaa'))]).toEqual([false, true])
  isOver(count({ input: 18, output: 3, cached: 18 }))
  expect([isOver(say('a'.repeat(48))), isOver(say('a'.repeat(9)))]).toEqual([false, true])
})

it('leaves what an answer took before it was continued out of account', () => {
  const isOver = createAnswerLimit({ ...NO_LIMITS, tokens: 10 }, { input: 5, output: 100 }, () => 0)
  isOver(count({ input: 10, output: 105 }))
  expect([isOver(say('aaa')), isOver(say('a'.repeat(15)))]).toEqual([false, true])
})

it('counts nothing twice as read from the cache that was before', () => {
  const limits = { tokens: 0, dollars: 10, price: { ...price, cached: 0 } }
  const isOver = createAnswerLimit(limits, { input: 100, output: 0, cached: 100 }, () => 0)
  isOver(count({ input: 110, output: 0, cached: 100 }))
  expect(isOver(say('aaa'))).toBe(true)
})
