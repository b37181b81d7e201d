import { expect, it } from 'vitest'

import { FRAME, toFrames } from './stack-frames'

const STACK = `Error: a prompt
    at my prompt (not a place)
    at src/main of the prompt
    at async Object.openFile [as read] (file:///home/me/nagare/out/main/index.js:12:5)
    at new Thing (/home/assets/me/src/main/chat/thing.ts:3:7)
    at app://nagare/assets/index-B7dx.js:1:204
    at node:internal/process/task_queues:95:5`

it('keeps places in our own code, without the folder in which somebody keeps it', () => {
  expect(toFrames(STACK)).toEqual([
    'async Object.openFile out/main/index.js:12:5',
    'new Thing src/main/chat/thing.ts:3:7',
    'assets/index-B7dx.js:1:204',
  ])
})

it('writes every place in the shape that main takes from a page', () => {
  expect(toFrames(STACK).every((frame) => FRAME.test(frame))).toBe(true)
  expect(FRAME.test('a whole prompt out/main/index.js:1:1')).toBe(false)
})

it('reads a real stack', () => {
  expect(toFrames(new Error('x').stack ?? '')[0]).toMatch(/^src\/shared\/stack-frames\.test\.ts:\d+:\d+$/)
})

it('keeps the twelve innermost', () => {
  const lines = Array.from({ length: 20 }, (_, line) => `    at go (/x/src/main/a.ts:${line + 1}:1)`)
  expect(toFrames(['Error: deep', ...lines].join('\n'))).toEqual(
    Array.from({ length: 12 }, (_, line) => `go src/main/a.ts:${line + 1}:1`),
  )
})
