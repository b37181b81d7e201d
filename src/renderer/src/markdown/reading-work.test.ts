import { describe, expect, it } from 'vitest'

import { createReadingSteps } from './reading-steps'
import { ANSWERS } from './testing/answers'
import { countLooks } from './testing/count-looks'
import { everyCut } from './testing/stream'

const CHUNK = 4

/** Lines that stay open: nothing in them says what they are, or ends it. */
const OPEN_LINES: Readonly<Record<string, (length: number) => string>> = {
  'math on one line': (length) => `$$\n${'x_1 + y '.repeat(length / 8)}`,
  'math in brackets on one line': (length) => `\\[\n${'x_1 + y '.repeat(length / 8)}`,
  'a definition': (length) => `[a]: ${'b'.repeat(length)}`,
  'the words of a fence': (length) => `\`\`\`${'word '.repeat(length / 5)}`,
  'a rule': (length) => '-'.repeat(length),
  'markers of quotes': (length) => '> '.repeat(length / 2),
  'spaces in a fence': (length) => `\`\`\`\n${' '.repeat(length)}`,
  'marks of a fence in it': (length) => `\`\`\`\n${'`'.repeat(length)}`,
  'a cell': (length) => `| ${'word '.repeat(length / 5)}`,
  'marks of emphasis': (length) => `a ${'*'.repeat(length)}`,
}

/** For each character of a text, those that are looked at to find its steps. */
function looksPerCharacter(text: string, chunk: number): number {
  const findSteps = createReadingSteps()
  const looks = countLooks(() => {
    let known = 0
    for (const cut of everyCut(text.length, chunk)) {
      const ends = Array.from({ length: cut - known }, (_, index) => known + index + 1)
      findSteps(text.slice(0, cut), ends)
      known = cut
    }
  })
  return looks / text.length
}

describe('createReadingSteps', () => {
  it.each(Object.entries({ ...ANSWERS, ...OPEN_LINES }))(
    'looks at no more for each character of a text four times as long: %s',
    (_name, toText) => {
      const short = looksPerCharacter(toText(8_000), CHUNK)
      const long = looksPerCharacter(toText(32_000), CHUNK)
      expect(long / short).toBeLessThan(1.5)
    },
  )

  it.each(Object.entries(OPEN_LINES))(
    'looks at what comes at once, and stays open, a few times: %s',
    (_name, toText) => {
      const text = toText(8_000)
      expect(looksPerCharacter(text, text.length)).toBeLessThan(100)
    },
  )
})
