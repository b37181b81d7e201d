import { expect, it } from 'vitest'

import type { Reply } from '#shared/message'

import { createReplySignals } from './reply-signals'

interface Setting {
  readonly notifies?: boolean
  readonly isLookedAt?: boolean
}

function create({ notifies = true, isLookedAt = false }: Setting = {}) {
  const notices: unknown[] = []
  const progress: boolean[] = []
  const signals = createReplySignals({
    ...{ notifies: () => notifies, isLookedAt: () => isLookedAt },
    titleOf: (id) => (id === 'named' ? 'Rivers' : ''),
    notify: (...notice) => notices.push(notice),
    words: () => ({ answered: 'Answered', failed: 'Failed', untitled: 'Untitled' }),
    showProgress: (isAnswering) => progress.push(isAnswering),
  })
  return { ...signals, notices, progress }
}

const reply = (progress: Reply['progress'], id = 'r') => ({ id, progress })
const COMPLETE = reply({ status: 'ended', reason: 'complete' })
const FAILED = reply({ status: 'failed', error: { code: 'offline', detail: 'secret words' } })
const WAITING = reply({ status: 'waiting' })

it('says who is elsewhere which conversation was answered, or could not be, and nothing of the words', () => {
  const { changed, notices } = create()
  changed('named', WAITING, false)
  changed('named', COMPLETE, true)
  changed('other', FAILED, true)
  expect(notices).toEqual([
    ['named', { title: 'Answered', body: 'Rivers' }],
    ['other', { title: 'Failed', body: 'Untitled' }],
  ])
})

it.each<[name: string, setting: Setting, end: typeof COMPLETE]>([
  ['who is looking', { isLookedAt: true }, COMPLETE],
  ['who does not want to be told', { notifies: false }, COMPLETE],
  ['who stopped it themselves', {}, reply({ status: 'ended', reason: 'stopped' })],
])('says nothing to those %s', (_, setting, end) => {
  const { changed, notices } = create(setting)
  changed('named', WAITING, false)
  changed('named', end, true)
  expect(notices).toEqual([])
})

it('shows progress from the first reply to the last, also of two at a time', () => {
  const { changed, progress } = create({ isLookedAt: true })
  changed('one', WAITING, false)
  changed('two', reply({ status: 'waiting' }, 'r2'), false)
  changed('one', COMPLETE, true)
  const between = [...progress]
  changed('two', reply({ status: 'ended', reason: 'complete' }, 'r2'), true)
  expect([between, progress]).toEqual([[true], [true, false]])
})
