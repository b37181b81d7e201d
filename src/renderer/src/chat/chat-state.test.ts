import { describe, expect, it } from 'vitest'

import { createPrompt, createReply } from '../testing/messages'
import {
  asked,
  type ChatState,
  emptyChat,
  leafId,
  opened,
  pickReply,
  putBack,
  replyInFocus,
  taken,
  told,
} from './chat-state'

const request = {
  conversationId: 'conversation-1',
  promptId: 'prompt-2',
  parentId: 'reply-1',
  replyId: 'reply-2',
  text: 'And cricket?',
  modelId: 'demo/flow',
}
const answered: ChatState = { ...emptyChat, messages: [createPrompt(), createReply()] }

describe('leafId', () => {
  it('hangs the next prompt on nothing that main has not taken', () => {
    const waiting = asked(answered, request, 1)
    expect([leafId(waiting), leafId(taken(waiting, 'prompt-2'))]).toEqual(['reply-1', 'reply-2'])
  })
})

describe('opened', () => {
  it('puts a prompt that main has not taken back where it stood', () => {
    const later = createPrompt({ id: 'prompt-3', parentId: 'reply-1' })
    const state = {
      ...asked(answered, request, 1),
      messages: [...asked(answered, request, 1).messages, later],
    }
    const conversation = { id: 'conversation-1', messages: [createPrompt(), createReply(), later] }
    expect(opened(state, conversation, 9).messages.map(({ id }) => id)).toEqual([
      'prompt-1',
      'reply-1',
      'prompt-2',
      'reply-2',
      'prompt-3',
    ])
  })

  it('takes over what main has taken in the meantime', () => {
    const messages = [createPrompt(), createReply(), createPrompt({ id: 'prompt-2', parentId: 'reply-1' })]
    const state = opened(asked(answered, request, 1), { id: 'conversation-1', messages }, 9)
    expect({ messages: state.messages, untaken: [...state.untaken] }).toEqual({ messages, untaken: [] })
  })
})

describe('told', () => {
  it.each(['reply-start', 'reply-resume'] as const)(
    'asks for another reading at the %s of a reply that another window wanted',
    (type) => {
      expect(told(answered, { type, replyId: 'elsewhere' }, 9)).toBeUndefined()
    },
  )

  it('changes nothing for the rest of a reply of another conversation', () => {
    const end = { type: 'reply-end', replyId: 'elsewhere', reason: 'complete' } as const
    expect(told(answered, end, 9)).toBe(answered)
  })

  it('asks for another reading when words are missing', () => {
    const gap = { type: 'reply-delta', replyId: 'reply-2', kind: 'text', at: 7, text: 'late' } as const
    expect(told(asked(answered, request, 1), gap, 9)).toBeUndefined()
  })
})

describe('putBack', () => {
  it.each([
    [
      'was heard here, so that its pause is counted from where it began',
      new Map([['reply-1', { lastAt: 1 }]]),
    ],
    ['was only read', new Map()],
  ])('leaves no trace of a continuation that was refused for a reply that %s', (_, heard) => {
    const cut = createReply({ progress: { status: 'ended', reason: 'stopped' } })
    const before: ChatState = { ...emptyChat, messages: [createPrompt(), cut], heard }
    const waiting = told(before, { type: 'reply-resume', replyId: 'reply-1' }, 9) ?? before
    expect(waiting).not.toEqual(before)
    expect(putBack(waiting, before, cut)).toEqual(before)
  })
})

describe('replyInFocus', () => {
  const twice: ChatState = {
    ...answered,
    messages: [...answered.messages, createPrompt({ id: 'prompt-2' }), createReply({ id: 'reply-2' })],
  }

  it('is the last reply, or the one that was picked, until the conversation goes on', () => {
    const picked = pickReply(twice, 'reply-1')
    const later = { ...twice, messages: [...twice.messages, createReply({ id: 'reply-3' })] }
    expect([
      replyInFocus(twice, undefined)?.id,
      replyInFocus(twice, picked)?.id,
      replyInFocus(later, picked)?.id,
    ]).toEqual(['reply-2', 'reply-1', 'reply-3'])
  })

  it('is the live one before any other', () => {
    const live = asked(twice, { ...request, replyId: 'live' }, 1)
    expect(replyInFocus(live, pickReply(live, 'reply-1'))?.id).toBe('live')
  })
})
