import { describe, expect, it } from 'vitest'

import { longAnswer } from './long-answer'

describe('longAnswer', () => {
  it('is as long as it was asked to be, and goes on where a shorter one stopped', () => {
    const long = longAnswer(50_000)
    expect([long.length, long.slice(0, 20_000) === longAnswer(20_000)]).toEqual([50_000, true])
  })

  it('holds code for three tenths of its length', () => {
    const long = longAnswer(100_000)
    const code = [...long.matchAll(/^```[\s\S]*?^```$/gm)].reduce((sum, [block]) => sum + block.length, 0)
    expect(code / long.length).toBeGreaterThan(0.28)
    expect(code / long.length).toBeLessThan(0.34)
  })
})
