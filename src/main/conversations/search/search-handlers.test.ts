import { expect, it } from 'vitest'

import type { Found } from '#shared/requests/search'

import type { Caller } from '../../bridge/answer'
import { searchHandlers } from './search-handlers'

const FOUND: Found = { conversations: [], messages: [], hasMore: true, problems: [], unread: 7 }

function setUp() {
  const searches: { readonly text: string; readonly signal: AbortSignal; readonly end: () => void }[] = []
  const { search } = searchHandlers({
    reveal: () => undefined,
    search: (text, signal) =>
      new Promise((resolve) => {
        searches.push({ text, signal, end: () => resolve(signal.aborted ? undefined : FOUND) })
      }),
  })
  function page() {
    const leaving = new AbortController()
    const caller: Caller = { tell: () => undefined, gone: leaving.signal }
    return { ask: (text: string) => search({ text }, caller), leave: () => leaving.abort() }
  }
  const ended = () => searches.map(({ text, signal }) => [text, signal.aborted])
  return { searches, page, ended }
}

it('ends the search of the same window that came before, and no other’s', async () => {
  const { searches, page, ended } = setUp()
  const [one, other] = [page(), page()]
  const answers = [one.ask('rai'), other.ask('snow'), one.ask('rain')]
  expect(ended()).toEqual([
    ['rai', true],
    ['snow', false],
    ['rain', false],
  ])
  searches.forEach(({ end }) => end())
  const [ofRai, ofSnow, ofRain] = await Promise.all(answers)
  expect([ofRai?.unread, ofSnow, ofRain]).toEqual([0, FOUND, FOUND])
})

it('looks no further for a window that is gone', () => {
  const { page, ended } = setUp()
  const { ask, leave } = page()
  void ask('rain')
  leave()
  expect(ended()).toEqual([['rain', true]])
})
