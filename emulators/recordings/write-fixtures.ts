import { writeFile } from 'node:fs/promises'

import { fixtureFile, FIXTURES } from './fixtures'
import { recordFixture } from './record-fixture'

for (const fixture of FIXTURES) {
  await writeFile(fixtureFile(fixture.name), await recordFixture(fixture))
}
