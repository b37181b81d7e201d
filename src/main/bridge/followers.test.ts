import { expect, it } from 'vitest'

import type { Caller } from './answer'
import { createFollowers } from './followers'

function page() {
  const told: unknown[] = []
  const leaving = new AbortController()
  const caller: Caller = { tell: (...said) => told.push(said), gone: leaving.signal }
  return { caller, told, leave: () => leaving.abort() }
}

it('tells every page that asked, once, until it is gone', () => {
  const followers = createFollowers('spelling')
  const [one, other] = [page(), page()]
  followers.tell({ isMissing: true })
  followers.add(one.caller)
  followers.add(one.caller)
  followers.add(other.caller)
  followers.tell({ isMissing: true })
  one.leave()
  followers.tell({ isMissing: false })
  other.leave()
  expect([one.told, other.told, followers.hasAny()]).toEqual([
    [['spelling', { isMissing: true }]],
    [
      ['spelling', { isMissing: true }],
      ['spelling', { isMissing: false }],
    ],
    false,
  ])
})
