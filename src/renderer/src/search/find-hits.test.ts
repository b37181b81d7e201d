import { expect, it } from 'vitest'

import { findHits, indexOfHit } from './find-hits'

const MESSAGES = [
  { id: 'a', text: 'The river. **River**' },
  { id: 'b', text: 'Nothing here' },
  { id: 'c', text: 'riVER と ﾘﾊﾞｰ' },
]

it('finds every place in what was said, in order, however it is written', () => {
  expect(findHits(MESSAGES, 'river')).toEqual([
    { messageId: 'a', nth: 0 },
    { messageId: 'a', nth: 1 },
    { messageId: 'c', nth: 0 },
  ])
  expect(findHits(MESSAGES, 'リバー')).toEqual([{ messageId: 'c', nth: 0 }])
  expect(findHits(MESSAGES, '')).toEqual([])
})

it('stays at its place while more arrives, and goes on to the next when it is gone', () => {
  const hits = findHits(MESSAGES, 'river')
  expect(indexOfHit(hits, { messageId: 'a', nth: 1 }, MESSAGES)).toBe(1)
  const grown = [{ id: 'a', text: 'river river river' }, ...MESSAGES.slice(1)]
  expect(indexOfHit(findHits(grown, 'river'), { messageId: 'a', nth: 1 }, grown)).toBe(1)
  expect(indexOfHit(hits, { messageId: 'b', nth: 0 }, MESSAGES)).toBe(2)
  expect(indexOfHit([], { messageId: 'a', nth: 0 }, MESSAGES)).toBe(-1)
})
