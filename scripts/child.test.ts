import { expect, it } from 'vitest'

import { capture } from './child.mjs'

it('tells the exit code of a program and all it printed', async () => {
  const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
  const { code, output } = await capture(process.execPath, ['-e', script])
  expect([code, output.trim().split('\n').sort()]).toEqual([3, ['err', 'out']])
})

it('ends a program that takes too long, and calls that a failure', async () => {
  const script = 'setInterval(() => {}, 1000)'
  expect(await capture(process.execPath, ['-e', script], { timeoutSeconds: 0.2 })).toEqual({
    code: 124,
    output: '',
  })
})

it('calls a program that does not exist a failure', async () => {
  expect((await capture('nagare-has-no-such-program', [])).code).toBe(127)
})
