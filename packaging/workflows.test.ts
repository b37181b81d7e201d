import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

const FOLDER = join(import.meta.dirname, '..', '.github', 'workflows')
const WORKFLOWS = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(join(FOLDER, name), 'utf8'),
}))

it('pins every action by the hash of a commit, and says which version that is', () => {
  const used = WORKFLOWS.flatMap(({ text }) => text.split('\n').filter((line) => line.includes('uses:')))
  expect(used.length).toBeGreaterThan(5)
  expect(used.filter((line) => !/uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
})

it.each(WORKFLOWS)(
  'gives $name no right but to read, and to a job what it needs besides',
  ({ name, text }) => {
    expect(text).toContain('\npermissions:\n  contents: read\n')
    const rights = [...text.matchAll(/^\s*([\w-]+: write(?:-all)?)$/gm)].map(([, right]) => right)
    expect(rights).toEqual(
      name === 'release.yml' ? ['id-token: write', 'attestations: write', 'contents: write'] : [],
    )
    const checkouts = text.split('actions/checkout@').slice(1)
    expect(checkouts.filter((step) => !/^.*\n\s+with:\n\s+persist-credentials: false\n/.test(step))).toEqual(
      [],
    )
  },
)

it.each(WORKFLOWS)('lets a stranger say nothing in a command of $name', ({ text }) => {
  expect(text).not.toMatch(/pull_request_target|workflow_run/)
  const filledIn = [...text.matchAll(/\$\{\{([^}]*)\}\}/g)].map(([, expression = '']) => expression.trim())
  expect(filledIn.filter((expression) => /github\.(event|head_ref)|inputs\./.test(expression))).toEqual([])
})
