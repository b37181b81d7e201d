import { expect, it } from 'vitest'

import { npm } from './programs.mjs'

it('runs the npm that started us, and not another package manager that did', () => {
  expect([
    npm(['ci'], { npm_execpath: '/lib/npm/bin/npm-cli.js' }),
    npm(['ci'], { npm_execpath: '/lib/yarn.js' })[0] === process.execPath,
  ]).toEqual([[process.execPath, ['/lib/npm/bin/npm-cli.js', 'ci']], false])
})
