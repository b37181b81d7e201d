import { expect, it } from 'vitest'

import { createComingReplies } from './coming-replies'

it('names each conversation once that is being answered, the latest first', () => {
  const replies = createComingReplies()
  replies.changed('a', { id: '1' }, false)
  replies.changed('b', { id: '2' }, false)
  replies.changed('a', { id: '3' }, false)
  expect(replies.conversationIds()).toEqual(['a', 'b'])
  replies.changed('a', { id: '3' }, true)
  expect(replies.conversationIds()).toEqual(['b', 'a'])
  replies.changed('a', { id: '1' }, true)
  replies.changed('b', { id: '2' }, true)
  expect(replies.conversationIds()).toEqual([])
})

it('names a conversation first whose answer goes on', () => {
  const replies = createComingReplies()
  replies.changed('a', { id: '1' }, false)
  replies.changed('b', { id: '2' }, false)
  replies.changed('a', { id: '1' }, false)
  expect(replies.conversationIds()).toEqual(['a', 'b'])
})
