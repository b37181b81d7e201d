import { describe, expect, it } from 'vitest'

import { FIXTURES, readFixture } from './fixtures'
import { recordFixture } from './record-fixture'

const LARGEST_BYTES = 60 * 1024

describe.each(FIXTURES)('the committed recording $name', (fixture) => {
  it('is what the emulator writes today', async () => {
    expect(await recordFixture(fixture)).toBe(readFixture(fixture.name))
  })

  it('is small enough to be read by a person', () => {
    expect(Buffer.byteLength(readFixture(fixture.name))).toBeLessThan(LARGEST_BYTES)
  })
})
