import { expect, it } from 'vitest'

import { quickBounds } from './quick-bounds'

it.each([
  ['a usual screen', { x: 0, y: 0, width: 1280, height: 800 }, { x: 300, y: 128, width: 680, height: 140 }],
  [
    'a second screen to the left',
    { x: -1920, y: 40, width: 1920, height: 1000 },
    { x: -1300, y: 200, width: 680, height: 140 },
  ],
  [
    'a screen that is too small for it',
    { x: 0, y: 0, width: 400, height: 150 },
    { x: 16, y: 24, width: 368, height: 108 },
  ],
])('stands in the upper middle of %s, and wholly on it', (_, area, bounds) => {
  expect(quickBounds(area, 140)).toEqual(bounds)
})
