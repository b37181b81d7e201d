import { writeFile } from 'node:fs/promises'

import { fixtureFile, FIXTURES } from './fixtures'
import { PROVIDER_FIXTURES } from './provider-fixtures'
import { recordFixture, recordProviderFixture } from './record-fixture'

for (const fixture of FIXTURES) {
  await writeFile(fixtureFile(fixture.name), await recordFixture(fixture))
}
for (const fixture of PROVIDER_FIXTURES) {
  await writeFile(fixtureFile(fixture.name), await recordProviderFixture(fixture))
}
