import { expect, it } from 'vitest'

import { fitBounds } from './fit-bounds'

const LEFT = { x: 0, y: 25, width: 1440, height: 875 }
const RIGHT = { x: 1440, y: 0, width: 1920, height: 1080 }
const at = (x: number, y: number, size = { width: 1000, height: 760 }) => ({ x, y, ...size })

it.each([
  ['where it was', at(200, 100), at(200, 100)],
  ['on the other screen', at(1700, 0), at(1700, 0)],
  ['over the edge of one', at(1300, 50), at(1300, 50)],
  ['with just enough of it to be taken hold of', at(-900, 100), at(-900, 100)],
  [
    'no larger than its screen',
    at(0, 25, { width: 3000, height: 2000 }),
    at(0, 25, { width: 1440, height: 875 }),
  ],
])('puts a window back %s', (_, before, after) => {
  expect(fitBounds(before, [LEFT, RIGHT])).toEqual(after)
})

it.each([
  ['on a screen that was taken away', at(3400, 100)],
  ['with its edge above every screen', at(200, -30)],
  ['with too little of it to be taken hold of', at(-950, 100)],
  ['below every screen', at(200, 890)],
])('does not put back a window %s', (_, before) => {
  expect(fitBounds(before, [LEFT, RIGHT])).toBeUndefined()
})
