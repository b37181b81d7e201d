import type { AIMessageChunk } from '@langchain/core/messages'
import { concat } from '@langchain/core/utils/stream'
import { expect, it } from 'vitest'

import { NOTHING_SO_FAR, toGeminiChunk } from './gemini-chunk'
import type { GeminiPart, GeminiResponse } from './gemini-response'

function toMessages(responses: readonly GeminiResponse[]): readonly AIMessageChunk[] {
  let soFar = NOTHING_SO_FAR
  return responses.map((response) => {
    const step = toGeminiChunk(soFar, response)
    soFar = step.soFar
    return step.chunk.message as AIMessageChunk
  })
}

/** The message as LangChain adds it up, and as it is sent back in the next turn. */
function addUp(responses: readonly GeminiResponse[]): AIMessageChunk {
  return toMessages(responses).reduce((sum, message) => concat(sum, message))
}

function says(...parts: readonly GeminiPart[]): GeminiResponse {
  return { candidates: [{ content: { parts: [...parts] } }], modelVersion: 'gemini-x', responseId: 'r1' }
}

function stops(...parts: readonly GeminiPart[]): GeminiResponse {
  return { ...says(...parts), candidates: [{ content: { parts: [...parts] }, finishReason: 'STOP' }] }
}

it('keeps plain text a plain string', () => {
  expect(addUp([says({ text: 'Hel' }), says({ text: 'lo' }), stops({ text: '' })]).content).toBe('Hello')
})

it('keeps every part of a chunk, in order, thoughts apart from words', () => {
  const messages = toMessages([says({ text: 'Hm', thought: true }, { text: 'Hi' }, { text: ' you' })])
  expect(messages[0]?.contentBlocks).toEqual([
    { type: 'reasoning', reasoning: 'Hm' },
    { type: 'text', text: 'Hi' },
    { type: 'text', text: ' you' },
  ])
})

it('adds thoughts and words up into one block each, in the order in which they were said', () => {
  const message = addUp([
    says({ text: 'A' }),
    says({ text: 'th', thought: true }),
    says({ text: 'ought', thought: true }, { text: 'B' }),
    says({ text: 'C' }),
    says({ text: 'More', thought: true }),
    stops({ text: 'D' }),
  ])
  expect(message.contentBlocks).toEqual([
    { type: 'text', text: 'A' },
    { type: 'reasoning', reasoning: 'thought' },
    { type: 'text', text: 'BC' },
    { type: 'reasoning', reasoning: 'More' },
    { type: 'text', text: 'D' },
  ])
  expect(message.text).toBe('ABCD')
})

it('keeps parallel function calls apart, within a chunk and across chunks', () => {
  const call = (name: string, id?: string) => ({
    functionCall: { name, args: { of: name }, ...(id === undefined ? {} : { id }) },
  })
  const message = addUp([says(call('one'), call('two')), stops(call('three', 'given'))])
  expect(message.tool_calls).toEqual([
    { type: 'tool_call', id: 'r1-0', name: 'one', args: { of: 'one' } },
    { type: 'tool_call', id: 'r1-1', name: 'two', args: { of: 'two' } },
    { type: 'tool_call', id: 'given', name: 'three', args: { of: 'three' } },
  ])
})

it('keeps pictures', () => {
  const message = addUp([
    says({ text: 'See' }, { inlineData: { mimeType: 'image/png', data: 'AAAA' } }),
    stops(),
  ])
  expect(message.contentBlocks).toEqual([
    { type: 'text', text: 'See' },
    { type: 'image', mimeType: 'image/png', data: 'AAAA' },
  ])
})

it('tells thought signatures once, at the end, in the order of the finished message’s parts', () => {
  const messages = toMessages([
    says({ text: 'Hm', thought: true }),
    says({ functionCall: { name: 'look', args: {} }, thoughtSignature: 'of-call' }),
    says({ text: 'Hi' }),
    stops({ text: '', thoughtSignature: 'of-text' }),
  ])
  const told = messages.map(({ additional_kwargs: { signatures } }) => signatures as unknown)
  expect(told).toEqual([undefined, undefined, undefined, ['', 'of-text', 'of-call']])
})

it('joins nothing to a signed part, and says where each one was', () => {
  const message = addUp([
    says({ text: 'Hm', thought: true, thoughtSignature: 's1' }, { text: 'On' }),
    says({ text: 'e', thoughtSignature: 's2' }, { text: 'two' }),
    stops({ text: ' three' }),
  ])
  expect(message.contentBlocks.map((block) => block['text'] ?? block['reasoning'])).toEqual([
    'Hm',
    'One',
    'two three',
  ])
  expect(message.additional_kwargs).toEqual({
    signatures: ['s1', 's2', ''],
    signed_parts: [
      { kind: 'reasoning', length: 2 },
      { kind: 'text', length: 3 },
      { kind: 'text', length: 9 },
    ],
  })
})

it('tells each fact once, so that adding up neither doubles nor multiplies it', () => {
  const rated = (response: GeminiResponse): GeminiResponse => ({
    ...response,
    candidates: response.candidates?.map((candidate) => ({
      ...candidate,
      safetyRatings: [{ category: 'HARM', probability: 'LOW', severityScore: 0.1 }],
    })),
    usageMetadata: {
      promptTokenCount: 5,
      candidatesTokenCount: 3,
      thoughtsTokenCount: 2,
      cachedContentTokenCount: 4,
    },
  })
  const message = addUp([rated(says({ text: 'a' })), rated(says({ text: 'b' })), rated(stops({ text: 'c' }))])
  expect(message.response_metadata).toEqual({
    model_provider: 'google-vertexai',
    model_version: 'gemini-x',
    finish_reason: 'STOP',
    safety_ratings: [{ category: 'HARM', probability: 'LOW', severity_score: 0.1 }],
  })
  expect(message.usage_metadata).toEqual({
    input_tokens: 5,
    output_tokens: 5,
    total_tokens: 10,
    input_token_details: { cache_read: 4 },
    output_token_details: { reasoning: 2 },
  })
})

it('counts tokens that are told after the finish reason', () => {
  const usage = { promptTokenCount: 1, candidatesTokenCount: 2, totalTokenCount: 3 }
  const message = addUp([stops({ text: 'a' }), { usageMetadata: usage }, { usageMetadata: usage }])
  expect(message.usage_metadata).toMatchObject({ input_tokens: 1, output_tokens: 2, total_tokens: 3 })
})

it.each(['SAFETY', 'RECITATION', 'MAX_TOKENS', 'MALFORMED_FUNCTION_CALL'])(
  'keeps the words before a finish because of %s',
  (finishReason) => {
    const message = addUp([
      says({ text: 'So far' }),
      { candidates: [{ finishReason, finishMessage: 'why' }] },
    ])
    expect([message.text, message.response_metadata]).toMatchObject([
      'So far',
      { finish_reason: finishReason, finish_message: 'why' },
    ])
  },
)

it.each([
  ['SAFETY', 'SAFETY'],
  ['BLOCKLIST', 'BLOCKLIST'],
  ['OTHER', 'PROHIBITED_CONTENT'],
  ['MODEL_ARMOR', 'PROHIBITED_CONTENT'],
])('ends a prompt that was blocked because of %s with the finish reason %s', (blockReason, finishReason) => {
  const message = addUp([{ promptFeedback: { blockReason, blockReasonMessage: 'why' } }])
  expect(message.response_metadata).toEqual({
    model_provider: 'google-vertexai',
    finish_reason: finishReason,
    finish_message: 'why',
    block_reason: blockReason,
  })
})

it('has no finish reason when the provider gave none', () => {
  expect(addUp([says({ text: 'cut' })]).response_metadata).not.toHaveProperty('finish_reason')
})
