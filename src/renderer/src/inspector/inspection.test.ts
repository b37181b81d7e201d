import { expect, it } from 'vitest'

import type { Arrival } from '#shared/arrival'

import { createInspection } from './inspection'
import { createShownLog } from './shown-log'
import { textAt } from './testing/arrivals'

const all = textAt(10, 20, 30, 40)

it('asks only for what is new, and keeps what it has when main fails once', async () => {
  const answers = [all.slice(0, 2), undefined, all.slice(2)]
  const asked: number[] = []
  const inspection = createInspection({
    replyId: 'a',
    readArrivals: async (_, from) => {
      asked.push(from)
      return answers.shift()
    },
    shownLog: createShownLog(() => 0),
  })
  await inspection.read()
  await inspection.read()
  expect(inspection.getInspected()).toMatchObject({ status: 'failed', arrivals: all.slice(0, 2) })
  await inspection.read()
  expect(asked).toEqual([0, 2, 2])
  expect(inspection.getInspected()).toMatchObject({
    status: 'read',
    arrivals: all,
    figures: { chunks: 4, characters: 12 },
    timeline: {
      arrived: all.map(({ atMs }, index) => ({ atMs, sum: (index + 1) * 3 })),
      chunks: all.map(({ atMs }, index) => ({ atMs, sum: index + 1 })),
      thought: [],
    },
  })
})

it('reads once more when the end comes while an answer is awaited, and never twice at a time', async () => {
  const waiting: ((fresh: readonly Arrival[]) => void)[] = []
  const inspection = createInspection({
    replyId: 'a',
    readArrivals: () => new Promise((resolve) => waiting.push(resolve)),
    shownLog: createShownLog(() => 0),
  })
  const reading = inspection.read()
  void inspection.read()
  void inspection.read()
  expect(waiting).toHaveLength(1)
  waiting[0]?.(all.slice(0, 3))
  await Promise.resolve()
  expect(waiting).toHaveLength(2)
  waiting[1]?.(all.slice(3))
  await reading
  expect(inspection.getInspected().arrivals).toEqual(all)
})

it('looks at what is shown without asking main, and is silent when nothing has changed', () => {
  const log = createShownLog(() => 5)
  log.begin('a')
  const inspection = createInspection({
    replyId: 'a',
    readArrivals: () => Promise.reject(new Error('asked')),
    shownLog: log,
  })
  let told = 0
  inspection.subscribe(() => (told += 1))
  log.note('a', 4)
  inspection.look()
  inspection.look()
  expect([told, inspection.getInspected().timeline.shown]).toEqual([1, [{ atMs: 0, sum: 4 }]])
})
