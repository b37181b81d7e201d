import { expect, it } from 'vitest'

import { scrollsWithin } from './scrolls-within'

/** A picture in a view, which is not laid out here: so tall, in so much room, scrolled by so much. */
function show(scrollTop: number, overflowY = 'auto') {
  const view = document.createElement('div')
  const sight = view.appendChild(document.createElement('div'))
  const picture = sight.appendChild(document.createElement('img'))
  for (const element of [view, sight]) {
    element.style.overflowY = overflowY
    Object.defineProperties(element, { scrollHeight: { value: 500 }, clientHeight: { value: 100 } })
  }
  sight.scrollTop = scrollTop
  view.scrollTop = 50
  return { view, picture }
}

it.each([
  { at: 'its top', scrollTop: 0, ways: { up: false, start: false, down: true, end: true, any: false } },
  { at: 'its middle', scrollTop: 200, ways: { up: true, start: true, down: true, end: true, any: false } },
  { at: 'its end', scrollTop: 400, ways: { up: true, start: true, down: false, end: false, any: false } },
])('takes for a picture at $at the ways that it can go itself', ({ scrollTop, ways }) => {
  const { view, picture } = show(scrollTop)
  const taken = (['up', 'start', 'down', 'end', 'any'] as const).map((way) => [
    way,
    scrollsWithin(view, picture, way),
  ])
  expect(Object.fromEntries(taken)).toEqual(ways)
})

it('leaves to the view what is beside such a picture, and what only clips', () => {
  const { view } = show(200)
  const clipping = show(200, 'hidden')
  expect([scrollsWithin(view, view, 'up'), scrollsWithin(clipping.view, clipping.picture, 'up')]).toEqual([
    false,
    false,
  ])
})
