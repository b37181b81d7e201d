import { expect, it } from 'vitest'

import type { Provider } from './provider'
import { createRunningProviders } from './running-providers'

it('knows who answered when it looked last, whoever could not be asked', async () => {
  let isThere = true
  const provider = (id: string, isRunning?: () => Promise<boolean>) =>
    ({ id, ...(isRunning && { isRunning }) }) as unknown as Provider
  const { ids, look } = createRunningProviders([
    provider('nowhere', () => Promise.reject(new Error('ECONNREFUSED'))),
    provider('here', async () => isThere),
    provider('cloud'),
  ])
  const contextOf = () => ({}) as never
  const before = [...ids()]
  await look(contextOf)
  const found = [...ids()]
  isThere = false
  await look(contextOf)
  expect([before, found, [...ids()]]).toEqual([[], ['here'], []])
})
