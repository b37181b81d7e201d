import { describe, expect, it } from 'vitest'

import { FIXTURES, readFixture } from './fixtures'
import { PROVIDER_FIXTURES } from './provider-fixtures'
import { recordFixture, recordProviderFixture } from './record-fixture'

const LARGEST_BYTES = 60 * 1024

const RECORDINGS = [
  ...FIXTURES.map((fixture) => ({ name: fixture.name, write: () => recordFixture(fixture) })),
  ...PROVIDER_FIXTURES.map((fixture) => ({
    name: fixture.name,
    write: () => recordProviderFixture(fixture),
  })),
]

describe.each(RECORDINGS)('the committed recording $name', ({ name, write }) => {
  it('is what the emulator writes today', async () => {
    expect(await write()).toBe(readFixture(name))
  })

  it('is small enough to be read by a person', () => {
    expect(Buffer.byteLength(readFixture(name))).toBeLessThan(LARGEST_BYTES)
  })
})
