import { expect, it } from 'vitest'

import { anthropicRules, geminiRules, openAiRules, openRules } from './parameter-rules'

const BUDGET = { 'gemini-2.5-pro': [128, 32_768], 'gemini-2.5-flash': [0, 24_576] } as const

it.each([
  ['gemini-2.5-pro', { least: BUDGET['gemini-2.5-pro'][0], most: BUDGET['gemini-2.5-pro'][1] }],
  ['gemini-2.5-flash', { least: BUDGET['gemini-2.5-flash'][0], most: BUDGET['gemini-2.5-flash'][1] }],
  // Google takes 0 too, and nothing between.
  ['gemini-2.5-flash-lite', { least: 512, most: 24_576 }],
  ['gemini-2.0-flash', undefined],
  ['gemini-3.5-flash', undefined],
])('lets %s think within its own budget', (name, budget) => {
  expect(geminiRules(name).thinkingBudget).toEqual(budget)
})

it.each([
  ['gemini-3-pro-preview', ['low', 'medium', 'high']],
  ['gemini-3.1-pro-preview', ['low', 'medium', 'high']],
  ['gemini-3.5-flash', ['minimal', 'low', 'medium', 'high']],
  ['gemini-2.5-pro', undefined],
])('lets %s think as hard as it can be told', (name, levels) => {
  expect(geminiRules(name).thinkingLevel).toEqual(levels)
})

it.each([
  ['o3', ['low', 'medium', 'high']],
  ['o4-mini', ['low', 'medium', 'high']],
  ['gpt-5', ['minimal', 'low', 'medium', 'high']],
  ['gpt-5-mini', ['minimal', 'low', 'medium', 'high']],
  ['gpt-5.1', ['none', 'low', 'medium', 'high']],
  ['gpt-5.4-mini', ['none', 'low', 'medium', 'high', 'xhigh']],
  ['gpt-5-chat-latest', undefined],
  ['gpt-5.2-chat-latest', undefined],
  ['gpt-4.1', undefined],
])('knows how hard %s can be told to think', (name, levels) => {
  expect(openAiRules(name).thinkingLevel).toEqual(levels)
})

it('shapes the words of those of OpenAI’s models that do not reason', () => {
  const sampled = ['o3', 'gpt-5.5', 'gpt-5-chat-latest', 'gpt-4.1', 'gpt-4o'].filter(
    (name) => openAiRules(name).temperature !== undefined,
  )
  expect(sampled).toEqual(['gpt-4.1', 'gpt-4o'])
})

it.each([
  ['claude-haiku-4-5', 'budget'],
  ['claude-3-7-sonnet-latest', 'budget'],
  ['claude-opus-4-6', 'budget'],
  ['claude-opus-4-7', 'effort'],
  ['claude-sonnet-5-5', 'effort'],
  ['claude-haiku-5-5', 'nothing'],
  ['claude-3-5-haiku-latest', 'nothing'],
])('tells %s how to think by %s', (name, means) => {
  const { thinkingBudget, thinkingLevel } = anthropicRules(name)
  expect(thinkingBudget === undefined ? (thinkingLevel === undefined ? 'nothing' : 'effort') : 'budget').toBe(
    means,
  )
})

it('asks for no more output than a model has', () => {
  const limits = [
    geminiRules('gemini-3.5-flash', 65_536),
    openAiRules('o3', 100),
    anthropicRules('claude', 7),
  ]
  expect([...limits, openRules()].map(({ maxOutputTokens }) => maxOutputTokens?.most)).toEqual([
    ...[65_536, 100, 7, 1_000_000],
  ])
})
