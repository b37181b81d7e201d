import { describe, expect, it } from 'vitest'

import { readWhole } from '../testing/read-whole'

function formula(tex: string, isClosed = true) {
  return { type: 'math', tex, isClosed }
}

describe('readBlockMath', () => {
  it.each([
    ['$$\nx\n$$', [formula('x')]],
    ['\\[\n- a\n= b\n\n# c\n\\]', [formula('- a\n= b\n\n# c')]],
    ['$$x = 1$$', [formula('x = 1')]],
    ['$$x =\n1$$', [formula('x =\n1')]],
    ['\\[ x = 1 \\].', [formula('x = 1 .')]],
    ['$$\nopen', [formula('open', false)]],
  ])('reads %j as a formula', (text, blocks) => {
    expect(readWhole(text).flat()).toEqual(blocks)
  })

  it.each(['$$x = 1$$ is it', '$$x = 1\n\n2$$', '\\[1\\]', '\\[ \\] task', '$$$ is much', '    $$\n    x'])(
    'reads %j as text',
    (text) => {
      expect(readWhole(text).flat()).not.toContainEqual(expect.objectContaining({ type: 'math' }))
    },
  )

  it('ends the paragraph before it', () => {
    expect(readWhole('So:\n$$\nx\n$$\nthen').flat()).toMatchObject([
      { type: 'paragraph' },
      formula('x'),
      { type: 'paragraph' },
    ])
  })
})
