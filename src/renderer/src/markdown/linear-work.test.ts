import { describe, expect, it } from 'vitest'

import { ANSWERS } from './testing/answers'
import { countWork } from './testing/count-work'
import { everyCut, stream } from './testing/stream'

const CHUNK = 4

/** Characters that the parser is given for each character of the text; about one for each place of an open line. */
const MOST_WORK = 40

/** For what cannot be divided: a quote, or emphasis that never ends. */
const MOST_WORK_WHOLE = 120

function workPerCharacter(text: string): number {
  const work = countWork(() => {
    for (const step of stream(text, everyCut(text.length, CHUNK))) void step
  })
  return work / text.length
}

describe('continueDocument', () => {
  it.each(Object.entries(ANSWERS))('gives the parser work linear in the length of %s', (name, toText) => {
    const isWhole = name === 'one quote' || name === 'an opener that never closes'
    expect(workPerCharacter(toText(10_000))).toBeLessThan(isWhole ? MOST_WORK_WHOLE : MOST_WORK)
  })

  it('gives the parser no more work for each character of a text four times as long', () => {
    const { everything } = ANSWERS
    const short = workPerCharacter(everything?.(10_000) ?? '')
    const long = workPerCharacter(everything?.(40_000) ?? '')
    expect(long / short).toBeLessThan(1.1)
  })
})
