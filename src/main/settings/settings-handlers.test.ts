import { expect, it } from 'vitest'

import { DEFAULT_PREFERENCES, type SettingsState } from '#shared/preferences'

import type { Caller } from '../bridge/answer'
import { readFailure } from '../bridge/app-failure'
import { settingsHandlers } from './settings-handlers'

const STATE: SettingsState = {
  ...{ values: DEFAULT_PREFERENCES, fixed: [], hidden: [] },
  connections: { locked: [], canAdd: true },
}

function setUp({ fixed = [] as readonly string[], keeps = async () => {} } = {}) {
  const acts: string[] = []
  const listeners: ((state: SettingsState) => void)[] = []
  const handlers = settingsHandlers({
    preferences: {
      read: () => DEFAULT_PREFERENCES,
      state: () => STATE,
      change: (changes) => {
        const names = Object.keys(changes) as (keyof typeof changes)[]
        const refused = names.filter((name) => fixed.includes(name))
        if (refused.length === 0) listeners.forEach((listener) => listener(STATE))
        return refused
      },
      follow: (listener) => {
        listeners.push(listener)
        return () => undefined
      },
    },
    keys: {
      ...{ problem: undefined, read: () => undefined, write: () => undefined },
      load: async () => void acts.push('load'),
      settled: keeps,
      states: () => (acts.includes('load') ? { 'openai/apiKey': 'protected' } : {}),
      keepAgain: () => acts.push('keep again'),
    },
    cipher: { isAvailable: async () => true },
    keepProxyPassword: (password) => acts.push(`password ${password}`),
    chooseCaFile: () => ({}) as never,
    readAbout: () => ({}) as never,
  })
  const told: unknown[] = []
  const window: Caller = { tell: (...said) => told.push(said), gone: new AbortController().signal }
  return { acts, handlers, told, window }
}

it('tells a change to every window that has read the settings', async () => {
  const { handlers, told, window } = setUp()
  await handlers.changeSettings({ changes: { theme: 'dark' } }, window)
  expect(told).toEqual([])
  expect(await handlers.readSettings({}, window)).toEqual(STATE)
  await handlers.changeSettings({ changes: { theme: 'light' } }, window)
  expect(told).toEqual([['settings', STATE]])
})

it('keeps the keys again when it was decided anew whether they may be stored unprotected, and only then', async () => {
  const { acts, handlers, window } = setUp()
  await handlers.changeSettings({ changes: { theme: 'dark' } }, window)
  expect(acts).toEqual([])
  expect(await handlers.changeSettings({ changes: { storesKeysUnprotected: true } }, window)).toEqual({
    refused: [],
  })
  expect(acts).toEqual(['keep again'])
  const locked = setUp({ fixed: ['storesKeysUnprotected'] })
  const changes = { storesKeysUnprotected: true }
  expect(await locked.handlers.changeSettings({ changes }, locked.window)).toEqual({
    refused: ['storesKeysUnprotected'],
  })
  expect(locked.acts).toEqual([])
})

it('reads the keys before it says which there are', async () => {
  const { handlers, window } = setUp()
  expect(await handlers.readKeys({}, window)).toEqual({
    isProtected: true,
    states: { 'openai/apiKey': 'protected' },
  })
})

it('says that a password holds for this run alone when the disk refuses it', async () => {
  const { acts, handlers, window } = setUp({
    keeps: async () => {
      throw new Error('ENOSPC')
    },
  })
  const failure: unknown = await Promise.resolve(
    handlers.setProxyPassword({ password: 'secret' }, window),
  ).catch((cause: unknown) => cause)
  expect([acts, readFailure(failure)]).toEqual([['password secret'], { code: 'not-kept' }])
})
