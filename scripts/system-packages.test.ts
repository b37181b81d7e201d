import { expect, it } from 'vitest'

import { chooseNames } from './system-packages.mjs'

// cspell:disable
const UBUNTU_24 = `libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1ubuntu0.2
  Version table:
xvfb:
  Installed: (none)
  Candidate: 2:21.1.12-1ubuntu1.7
`
const DEBIAN_12 = `libasound2:
  Installed: 1.2.8-1+b1
  Candidate: 1.2.8-1+b1
libasound2t64:
  Installed: (none)
  Candidate: (none)
`

it('asks for the renamed package where the plain name is only a virtual one', () => {
  expect(chooseNames(['libasound2', 'xvfb'], UBUNTU_24)).toEqual(['libasound2t64', 'xvfb'])
})

it.each([
  ['a release without renamed packages', DEBIAN_12],
  ['a machine that knows no packages yet', ''],
])('keeps the plain name on %s', (_, policy) => {
  expect(chooseNames(['libasound2'], policy)).toEqual(['libasound2'])
})
