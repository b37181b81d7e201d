import { expect, it } from 'vitest'

import { refuseOldNode } from './node-version.mjs'

it.each(['18.20.8', '20.18.3', '21.7.0', '22.11.0'])('refuses Node %s with one sentence', (version) => {
  expect(refuseOldNode(version)).toMatch(/^Node 20\.19 or newer is needed.*; this is Node [\d.]+\.$/)
})

it.each(['20.19.0', '22.12.0', '24.0.0'])('accepts Node %s', (version) => {
  expect(refuseOldNode(version)).toBeUndefined()
})
