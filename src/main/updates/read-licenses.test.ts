import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { readLicenses } from './read-licenses'

it('joins what both bundles hold, each library once and by name, and passes over a bundle that is not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nagare-licenses-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const zod = { name: 'zod', version: '4.0.0', identifier: 'MIT', text: 'Copyright' }
  writeFileSync(join(folder, 'main.json'), JSON.stringify([zod, { name: 'odd', version: '1.0.0' }]))
  writeFileSync(join(folder, 'page.json'), JSON.stringify([zod, { ...zod, name: 'React' }]))
  const files = ['main.json', 'page.json', 'none.json'].map((name) => join(folder, name))
  expect(await readLicenses(files)).toEqual([
    { name: 'odd', version: '1.0.0', identifier: '', text: '' },
    { ...zod, name: 'React' },
    zod,
  ])
})
