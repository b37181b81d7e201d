import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { expect, it } from 'vitest'

import { temporaryFile } from '../conversations/testing/temporary-database'
import { toDiagnosticsText } from './diagnostics-text'
import { measureData } from './measure-data'

const NOTHING = { facts: [], connections: [], sizes: [], lines: [], home: '/home/me' }

it('is Markdown that a developer reads at a glance', () => {
  const text = toDiagnosticsText({
    ...NOTHING,
    facts: [['Sandbox', 'on']],
    connections: ['vertex', 'openai', 'openai'],
    sizes: [['conversations.db', 12_345]],
    lines: ['{"level":"info"}', '{"level":"warn"}'],
  })
  expect(text).toBe(`## Nagare diagnostics

- Sandbox: on

### Connections

- vertex: 1
- openai: 2

### Data

- conversations.db: 13 KB

### Log

\`\`\`json
{"level":"info"}
{"level":"warn"}
\`\`\`
`)
})

it.each([
  ['/home/me', '/home/me/.config/x'],
  ['C:\\Users\\me', 'C:\\Users\\me\\x'],
])('hides the home %s, in a line of JSON too, and what looks like a key', (home, path) => {
  const lines = [path, JSON.stringify({ path, key: 'sk-proj-planted0123456789' })]
  const text = toDiagnosticsText({ ...NOTHING, home, lines })
  expect(text).toContain('~')
  expect(text).not.toContain('me')
  expect(text).not.toContain('planted')
})

it('measures files and folders, and what is not there as nothing', async () => {
  const folder = join(dirname(temporaryFile()), 'data')
  mkdirSync(join(folder, 'backups', 'old'), { recursive: true })
  writeFileSync(join(folder, 'conversations.db'), 'x'.repeat(10))
  writeFileSync(join(folder, 'backups', 'old', 'one.db'), 'x'.repeat(7))
  const before = await measureData(folder, ['conversations.db', 'backups', 'recordings'])
  expect(before).toEqual([
    ['conversations.db', 10],
    ['backups', 7],
    ['recordings', 0],
  ])
})
