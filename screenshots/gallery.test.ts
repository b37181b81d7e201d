import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'

import { toGallery } from './gallery'
import { SCREENS } from './screens'

const FOLDER = 'docs/screenshots'

test('shows every screen, with a picture in each language and theme and none besides', async () => {
  const file = join(FOLDER, 'README.md')
  const names = SCREENS.map(({ name }) => name)
  const options = { ...(await resolveConfig(file)), parser: 'markdown' }

  const page = readFileSync(file, 'utf8')

  expect(page).toBe(await format(toGallery(names), options))
  const shown = [...page.matchAll(/\(([a-z-]+\.png)\)/g)].map(([, picture]) => picture).sort()
  expect(
    readdirSync(FOLDER)
      .filter((each) => each !== 'README.md')
      .sort(),
  ).toEqual(shown)
})
