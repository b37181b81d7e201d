import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { estimateTokens } from '#shared/estimate-tokens'
import type { Message } from '#shared/message'

import { fitContext } from './fit-context'

function say(role: 'user' | 'assistant', id: string, text: string): Message {
  const node = { id, parentId: null, text, createdAt: 1 }
  if (role === 'user') return { ...node, role }
  return { ...node, role, thought: '', modelId: 'm', progress: { status: 'ended', reason: 'complete' } }
}

const LONG = 'word '.repeat(300)
const path = [
  say('user', 'p1', LONG),
  say('assistant', 'r1', LONG),
  say('user', 'p2', 'short'),
  say('assistant', 'r2', 'short'),
  say('user', 'p3', 'last'),
]

describe('fitting a path into a context window', () => {
  it('sends all of it where it fits, or where nobody knows the window', () => {
    expect([fitContext(path, undefined), fitContext(path, 10_000)]).toEqual([{ path }, { path }])
  })

  it('sends an answer whose prompt was deleted, and says nothing of a window that all of it fits into', () => {
    expect(fitContext(path.slice(1), 10_000)).toEqual({ path: path.slice(1) })
  })

  it('leaves out whole turns from the oldest on, and says where it begins', () => {
    expect(fitContext(path, 200)).toEqual({ path: path.slice(2), firstSentId: 'p2' })
  })

  it('counts what a message costs beside its words', () => {
    const short = path.map((message) => ({ ...message, text: 'a' }))
    expect([fitContext(short, 40).firstSentId, fitContext(short, 60).firstSentId]).toEqual(['p2', undefined])
  })

  it('always sends the last turn, however long', () => {
    expect(fitContext([...path.slice(0, 2), say('user', 'p2', LONG)], 1)).toMatchObject({ firstSentId: 'p2' })
  })

  it('never begins with an answer, never reorders, and never leaves out what would fit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(2_000), { minLength: 1, maxLength: 12 }),
        fc.nat(3_000),
        (lengths, tokens) => {
          const turns = lengths.map((length, index) =>
            say(index % 2 === 0 ? 'user' : 'assistant', `${index}`, 'a'.repeat(length)),
          )
          const { path: sent, firstSentId } = fitContext(turns, tokens)
          expect(sent).toEqual(turns.slice(turns.length - sent.length))
          expect([sent[0]?.role, firstSentId]).toEqual(['user', sent === turns ? undefined : sent[0]?.id])
        },
      ),
    )
  })

  it.each([
    ['野球は二つのチームが対戦するスポーツです。', 21],
    ['Baseball is played by two teams of nine.', 10],
    ['👩‍👩‍👧🎾', 4],
  ])('estimates %s at no fewer tokens than there are', (text, atLeast) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(atLeast)
  })
})
