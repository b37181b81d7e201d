import { expect, it } from 'vitest'

import { judgeTargets } from './targets'

it('tells which targets are met and which are missed', () => {
  const figures = {
    chunkToStoreMs: { p95: 16.7 },
    timesFasterThanStock: 1.9,
    cpuGrowth10x: 12,
    braceMegabyteMs: 250,
    stopToSocketClosedMs: { p95: 40 },
  }
  expect(judgeTargets(figures).map((line) => line.split(/[ :]+/).slice(0, 2))).toEqual([
    ['met', 'chunkToStoreMs.p95'],
    ['missed', 'timesFasterThanStock'],
    ['met', 'cpuGrowth10x'],
    ['missed', 'braceMegabyteMs'],
    ['met', 'stopToSocketClosedMs.p95'],
  ])
})
