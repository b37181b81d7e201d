import { expect, it } from 'vitest'

import { toTitle } from './to-title'

it.each([
  ['keeps a short prompt as it is', '野球とは？', '野球とは？'],
  ['makes one line of many', '  Read this:\r\n\n\tlet x = 1\n', 'Read this: let x = 1'],
  ['cuts a long one, with a mark', 'a'.repeat(81), `${'a'.repeat(79)}…`],
  ['leaves no blank before the mark', `${'a'.repeat(78)} bcd`, `${'a'.repeat(78)}…`],
  ['cuts no emoji in half', '👩‍👩‍👧'.repeat(81), `${'👩‍👩‍👧'.repeat(79)}…`],
])('%s', (_, text, title) => {
  expect(toTitle(text)).toBe(title)
})
