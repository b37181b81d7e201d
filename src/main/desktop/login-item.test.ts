import { expect, it } from 'vitest'

import { DEFAULT_SETTINGS } from '#shared/preferences'

import { keepLoginItem } from './login-item'

function setUp({ isInstalled = true, isStartedAtLogin = false, isWanted = false } = {}) {
  let startsAtLogin = isWanted
  let isRefusing = false
  let tell = (): void => undefined
  const set: boolean[] = []
  const failures: unknown[] = []
  keepLoginItem({
    isInstalled,
    isStartedAtLogin,
    preferences: {
      read: () => ({ ...DEFAULT_SETTINGS.values, startsAtLogin }),
      follow: (listener) => {
        tell = () => listener(DEFAULT_SETTINGS)
        return () => undefined
      },
    },
    set: (isIn) => {
      if (isRefusing) throw new Error('EACCES')
      set.push(isIn)
    },
    onFailure: (cause) => failures.push(cause),
  })
  return {
    set,
    failures,
    want: (next: boolean) => {
      startsAtLogin = next
      tell()
    },
    refuse: (next: boolean) => (isRefusing = next),
  }
}

it('is as the setting says, from the start on, and touched only when that changes', () => {
  const { set, want } = setUp()
  want(false)
  want(true)
  want(true)
  want(false)
  expect(set).toEqual([true, false])
})

it('is put right at a start that does not fit the setting', () => {
  expect(setUp({ isWanted: true }).set).toEqual([true])
  expect(setUp({ isStartedAtLogin: true }).set).toEqual([false])
  expect(setUp({ isStartedAtLogin: true, isWanted: true }).set).toEqual([])
})

it('is tried again at the next change when the system has refused', () => {
  const { set, failures, want, refuse } = setUp()
  refuse(true)
  want(true)
  refuse(false)
  want(true)
  expect([set, failures.length]).toEqual([[true], 1])
})

it('is left alone by a build from source', () => {
  const { set, want } = setUp({ isInstalled: false })
  want(true)
  expect(set).toEqual([])
})
