import { expect, it } from 'vitest'

import { readFrameMessage } from './read-frame-message'

const DRAWN = {
  type: 'drawn',
  id: 1,
  svg: '<svg xmlns="x"/>',
  width: 10,
  height: 5.5,
  title: ' A ',
  description: '',
} as const

it.each([
  [{ type: 'ready', more: 1 }, { type: 'ready' }],
  [DRAWN, { ...DRAWN, title: 'A' }],
  [
    { ...DRAWN, title: 3, description: 'x'.repeat(5_000) },
    { ...DRAWN, title: '', description: 'x'.repeat(2_000) },
  ],
  [
    { type: 'failed', id: 2, line: 3 },
    { type: 'failed', id: 2, line: 3 },
  ],
  [
    { type: 'failed', id: 2, line: '3' },
    { type: 'failed', id: 2, line: undefined },
  ],
])('hears %o', (data, message) => {
  expect(readFrameMessage(data)).toEqual(message)
})

it.each([
  [undefined],
  ['ready'],
  [{}],
  [{ type: 'draw', id: 1 }],
  [{ ...DRAWN, id: '1' }],
  [{ ...DRAWN, id: 0.5 }],
  [{ ...DRAWN, svg: '<img src=x>' }],
  [{ ...DRAWN, svg: `<svg ${' '.repeat(4_000_000)}` }],
  [{ ...DRAWN, width: Number.NaN }],
  [{ ...DRAWN, height: -1 }],
  [{ ...DRAWN, height: 1e9 }],
])('does not hear %o', (data) => {
  expect(readFrameMessage(data)).toBeUndefined()
})
