import { expect, it } from 'vitest'

import { isInstallNeeded } from './node-modules.mjs'

const REACT = { version: '19.3.1', integrity: 'sha512-a' }
const MAC_ONLY = { version: '2.3.3', integrity: 'sha512-b', optional: true }
const wanted = { '': {}, 'node_modules/react': REACT, 'node_modules/fsevents': MAC_ONLY }
const everywhere = () => true

it('leaves alone what matches the lock file, though packages of other platforms are absent', () => {
  expect(isInstallNeeded(wanted, { 'node_modules/react': REACT }, everywhere)).toBe(false)
})

it.each([
  ['nothing was ever installed', undefined],
  ['a package is missing', {}],
  ['a version differs', { 'node_modules/react': { ...REACT, version: '19.3.0' } }],
  ['the bytes of a version differ', { 'node_modules/react': { ...REACT, integrity: 'sha512-c' } }],
])('installs when %s', (_, present) => {
  expect(isInstallNeeded(wanted, present, everywhere)).toBe(true)
})

it('installs when somebody removed a folder that npm believes to be there', () => {
  expect(isInstallNeeded(wanted, { 'node_modules/react': REACT }, () => false)).toBe(true)
})
