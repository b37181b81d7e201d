import { AIMessage, type AIMessageChunk, HumanMessage } from '@langchain/core/messages'
import { describe, expect, it } from 'vitest'

import { collect } from '../../testing/collect'
import { ChatDemo } from './chat-demo'
import { demoAnswers } from './demo-answers'
import { type Wait, wait } from './wait'

const AN_HOUR_MS = 3_600_000
const atOnce: Wait = async () => {}

async function ask(prompt: string): Promise<AIMessageChunk[]> {
  return collect(await new ChatDemo({ seed: 1, wait: atOnce }).stream(prompt))
}

function textOf(chunks: readonly AIMessageChunk[]): string {
  return chunks.map((chunk) => chunk.text).join('')
}

describe('the demo model', () => {
  it('streams the prepared answer whole, in many pieces', async () => {
    const chunks = await ask('What is baseball?')
    expect(textOf(chunks)).toBe(demoAnswers.en.baseball.text)
    expect(chunks.length).toBeGreaterThan(100)
  })

  it('goes on from the beginning of its answer, when that was all that arrived', async () => {
    const whole = demoAnswers.en.code.text
    const history = [new HumanMessage('Show me code'), new AIMessage(whole.slice(0, 50))]
    const chunks = await collect(await new ChatDemo({ seed: 1, wait: atOnce }).stream(history))
    expect(textOf(chunks)).toBe(whole.slice(50))
  })

  it('looks at the last prompt of a conversation and not at its own replies', async () => {
    const model = new ChatDemo({ seed: 1, wait: atOnce })
    const history = [
      new HumanMessage('What is baseball?'),
      new HumanMessage('野球とは？'),
      new AIMessage('code'),
    ]
    expect(textOf(await collect(await model.stream(history)))).toBe(demoAnswers.ja.baseball.text)
  })

  it('thinks before it speaks, in blocks of their own', async () => {
    const chunks = await ask('Show me some code')
    const blocks = chunks.flatMap((chunk) => (typeof chunk.content === 'string' ? [] : chunk.content))
    expect(blocks.map((block) => (block.type === 'reasoning' ? block.reasoning : block)).join('')).toBe(
      demoAnswers.en.code.thought,
    )
    expect(textOf(chunks)).toBe(demoAnswers.en.code.text)
    expect(chunks.findLastIndex((chunk) => typeof chunk.content !== 'string')).toBe(blocks.length - 1)
  })

  it('ends with a real finish reason and the tokens it used', async () => {
    const chunks = await ask('Show me some code')
    const thoughts = chunks.filter((chunk) => typeof chunk.content !== 'string').length
    const { usage_metadata, response_metadata } = chunks.at(-1) ?? {}
    expect({ usage_metadata, response_metadata }).toEqual({
      usage_metadata: {
        input_tokens: 5,
        output_tokens: chunks.length - 1,
        total_tokens: 5 + chunks.length - 1,
        output_token_details: { reasoning: thoughts },
      },
      response_metadata: { finish_reason: 'STOP', model_version: 'demo' },
    })
  })

  it('waits for the first word and between all others, for the same time whenever the seed is the same', async () => {
    const waits = async (seed: number) => {
      const times: number[] = []
      const noting: Wait = async (milliseconds) => void times.push(milliseconds)
      const chunks = await collect(await new ChatDemo({ seed, wait: noting }).stream('Hello'))
      return { times, chunks: chunks.map((chunk) => chunk.text) }
    }
    const { times, chunks } = await waits(3)
    expect(times.length).toBe(chunks.length)
    expect(times[0]).toBeGreaterThanOrEqual(300)
    expect(await waits(3)).toEqual({ times, chunks })
    expect(await waits(4)).not.toEqual({ times, chunks })
  })

  it('ends in the middle of a wait when it is stopped, and keeps what it said', async () => {
    const stop = new AbortController()
    let waits = 0
    const stoppedAtTheThird: Wait = (_, signal) => {
      waits += 1
      if (waits === 3) queueMicrotask(() => stop.abort())
      return waits < 3 ? Promise.resolve() : wait(AN_HOUR_MS, signal)
    }
    const model = new ChatDemo({ seed: 1, wait: stoppedAtTheThird })
    const heard: string[] = []
    const listening = async () => {
      // Without LangChain's own race against the signal, which would hide a wait that goes on.
      const chunks = model._streamResponseChunks([new HumanMessage('Hello')], { signal: stop.signal })
      for await (const { text } of chunks) heard.push(text)
    }
    await expect(listening()).rejects.toThrow(/abort/i)
    expect(heard).toHaveLength(1)
    expect(demoAnswers.en.welcome.text.startsWith(heard.join(''))).toBe(true)
  })

  it('gives the same answer to those who do not stream', async () => {
    const message = await new ChatDemo({ seed: 1, wait: atOnce }).invoke('天気は？')
    expect(message.text).toBe(demoAnswers.ja.welcome.text)
  })
})
