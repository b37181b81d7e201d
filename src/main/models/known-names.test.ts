import { expect, it } from 'vitest'

import { knowsProvider } from './known-names'

it.each([
  ['vertex', undefined, true],
  ['vertex', 'project', true],
  ['vertex', 'colour', false],
  ['vertex', 'apiKey', false],
  ['compatible', 'headers', false],
  ['vertexai', undefined, false],
  ['vertexai', 'project', false],
  // It is in no list of providers, since it depends on a folder.
  ['recording', undefined, true],
])('of %s and its field %s, knows: %s', (provider, field, isKnown) => {
  expect(knowsProvider(provider, field)).toBe(isKnown)
})
