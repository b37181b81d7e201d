import { expect, it } from 'vitest'

import { judgeSandbox } from './sandbox.mjs'

const PERSON = { platform: 'linux', uid: 1000, namespacesAreForbidden: false, helperIsSetuid: false } as const

it.each([
  ['stays on for a person', PERSON, 'on'],
  [
    'stays on where a setuid helper stands in for namespaces',
    { ...PERSON, namespacesAreForbidden: true, helperIsSetuid: true },
    'on',
  ],
  [
    'is never dropped for a person whose system blocks it',
    { ...PERSON, namespacesAreForbidden: true },
    'blocked',
  ],
  ['is dropped for root, whom Chromium refuses with it', { ...PERSON, uid: 0 }, 'off'],
  ['stays on for root elsewhere than on Linux', { ...PERSON, platform: 'darwin', uid: 0 }, 'on'],
  ['stays on where there are no user numbers', { ...PERSON, platform: 'win32', uid: undefined }, 'on'],
] as const)('%s', (_, facts, verdict) => {
  expect(judgeSandbox(facts)).toBe(verdict)
})
