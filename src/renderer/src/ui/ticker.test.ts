import { expect, it } from 'vitest'

import { createTicker } from './ticker'

it('keeps one timer for all who count, and none when they are gone', () => {
  const timers = new Set<() => void>()
  let started = 0
  const ticker = createTicker({
    now: () => 0,
    every: (_, tick) => {
      started++
      timers.add(tick)
      return () => timers.delete(tick)
    },
  })
  const heard: string[] = []
  const leaveFirst = ticker.subscribe(() => heard.push('first'))
  const leaveSecond = ticker.subscribe(() => heard.push('second'))
  timers.forEach((tick) => tick())
  leaveFirst()
  timers.forEach((tick) => tick())
  leaveSecond()
  const running = timers.size
  ticker.subscribe(() => {})
  expect({ heard, running, started }).toEqual({
    heard: ['first', 'second', 'second'],
    running: 0,
    started: 2,
  })
})
