import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { createFakeFrames } from '../testing/fake-frames'
import { completeWords } from './line-breaks'
import { createReveal } from './reveal'
import { NASTY_CHARACTERS, nastyText, someSteps, trueEnds } from './testing/nasty-text'
import { HOLD_MS, type ReadingManner } from './waiting-text'

const FRAME_MS = 16

/** A reveal on a hand-cranked screen, and all that it has shown. */
function setUp(initial = '', isLive = true, manner: ReadingManner = {}) {
  const frames = createFakeFrames()
  const reveal = createReveal(frames, { text: initial, isLive }, manner)
  const seen: string[] = []
  reveal.subscribe(() => seen.push(reveal.getShown()))
  let text = initial

  /** The text grows, and some time passes. */
  function arrive(chunk: string, thenMs = 0): void {
    text += chunk
    reveal.follow({ text, isLive: true })
    run(thenMs)
  }

  function run(ms: number): void {
    for (let elapsed = 0; elapsed < ms; elapsed += FRAME_MS) frames.advance(FRAME_MS)
  }

  /** Nothing more will come. */
  function end(): void {
    reveal.follow({ text, isLive: false })
  }

  return { frames, reveal, seen, arrive, run, end }
}

describe('a text that grows', () => {
  it('is typed one character after the other', () => {
    const { seen, arrive } = setUp()
    arrive('abcd', 1000)
    expect(seen).toEqual(['a', 'ab', 'abc', 'abcd'])
  })

  it('begins to be typed with the very next frame', () => {
    const { seen, arrive } = setUp()
    arrive('Hello', FRAME_MS)
    expect(seen).toEqual(['H'])
  })

  it('flows evenly at the rate at which its bursts arrive', () => {
    const { reveal, arrive, frames } = setUp()
    for (let burst = 0; burst < 30; burst++) arrive('twelve chars', 10 * FRAME_MS)
    const lengths: number[] = []
    for (let tick = 0; tick < 30; tick++) {
      if (tick % 10 === 0) arrive('twelve chars')
      frames.advance(FRAME_MS)
      lengths.push(reveal.getShown().length)
    }
    const steps = lengths.slice(1).map((length, tick) => length - (lengths[tick] ?? 0))
    expect([Math.min(...steps), Math.max(...steps)]).toEqual([1, 2])
  })

  it('is shown in whole when a great piece of it arrives at once, within the time that any piece has', () => {
    const { reveal, arrive } = setUp()
    arrive('x'.repeat(50_000) + '\n', 400)
    expect(reveal.getShown().length).toBe(50_001)
  })

  it('asks for no frame when all is shown', () => {
    const { frames, arrive } = setUp()
    arrive('Hello', 1000)
    expect(frames.isAwaited()).toBe(false)
  })

  it('tells nobody anything when a frame has nothing new', () => {
    const { seen, arrive } = setUp()
    arrive('ab', 2000)
    expect(seen).toEqual(['a', 'ab'])
  })
})

describe('what a reader does not see', () => {
  /** Small letters are seen, everything else is syntax. */
  const setUpSmall = () =>
    setUp('', true, {
      createFindSteps: () => (text, ends) => ends.filter((end) => /[a-z]/.test(text.charAt(end - 1))),
    })

  it('comes with the next step, and costs no time', () => {
    const [plain, marked] = [setUp(), setUpSmall()]
    plain.arrive('abcd')
    marked.arrive('a**bc](HTTPS://EXAMPLE.COM)d')
    for (const one of [plain, marked]) one.end()
    for (let frame = 0; frame < 20; frame++) {
      plain.run(FRAME_MS)
      marked.run(FRAME_MS)
      expect(marked.seen.length).toBe(plain.seen.length)
    }
    expect(marked.seen).toEqual(['a', 'a**b', 'a**bc', 'a**bc](HTTPS://EXAMPLE.COM)d'])
  })

  it('waits for the next step no longer than its own time', () => {
    const { seen, arrive } = setUpSmall()
    arrive('a(((((((', HOLD_MS - FRAME_MS)
    expect(seen).toEqual(['a', 'a(((((('])
  })

  it('is shown to its end when the text ends', () => {
    const { seen, arrive, end, run } = setUpSmall()
    arrive('ab)))')
    end()
    run(400)
    expect(seen).toEqual(['a', 'ab', 'ab)))'])
  })

  it('is forgotten with a text that was rewritten', () => {
    const { seen, reveal, run } = setUpSmall()
    reveal.follow({ text: 'a((((((((', isLive: true })
    reveal.follow({ text: 'b', isLive: true })
    reveal.follow({ text: 'bcde', isLive: false })
    run(400)
    expect(seen).toEqual(['b', 'bc', 'bcd', 'bcde'])
  })
})

describe('a word', () => {
  const setUpWords = () => setUp('', true, { findComplete: completeWords })

  it('is begun when all of it is there, and then typed character by character', () => {
    const { seen, arrive } = setUpWords()
    arrive('A riv', 5 * FRAME_MS)
    expect(seen.at(-1)).toBe('A ')
    arrive('er ', 600)
    expect(seen).toEqual(['A', 'A ', 'A r', 'A ri', 'A riv', 'A rive', 'A river', 'A river '])
  })

  it('is begun without its end when that does not come in time, and then goes on as it comes', () => {
    const { reveal, arrive } = setUpWords()
    arrive('A sun', 400)
    expect(reveal.getShown()).toBe('A sun')
    arrive('set', 3 * FRAME_MS)
    expect(reveal.getShown().length).toBeGreaterThan(5)
  })

  it('that begins a line is begun at once: it stands where it will stay', () => {
    const { seen, arrive } = setUpWords()
    arrive('Riv', FRAME_MS)
    expect(seen).toEqual(['R'])
  })
})

describe('the last character', () => {
  it.each(Object.entries(NASTY_CHARACTERS))('of a chunk may be %s, cut anywhere', (_, character) => {
    for (let cut = 1; cut < character.length; cut++) {
      const { seen, arrive, end } = setUp()
      arrive(character.slice(0, cut), HOLD_MS - FRAME_MS)
      arrive(character.slice(cut), HOLD_MS - FRAME_MS)
      expect(seen).toEqual([])
      end()
      arrive('', 400)
      expect(seen.at(0)).toBe(character)
    }
  })

  it('is completed in one step when its other part comes after a pause', () => {
    const { seen, arrive, end, run } = setUp()
    arrive('か', HOLD_MS + 100)
    expect(seen).toEqual(['か'])
    arrive('\u3099')
    end()
    run(400)
    expect(seen).toEqual(['か', 'か\u3099'])
  })

  it('is shown after a short time when the text pauses', () => {
    const { seen, arrive } = setUp()
    arrive('か', HOLD_MS + FRAME_MS)
    expect(seen).toEqual(['か'])
  })

  it('is taken out of a long queue again, when its other part comes before its turn', () => {
    const { seen, arrive } = setUp()
    for (let burst = 0; burst < 20; burst++) arrive('x'.repeat(16), 300)
    arrive('x'.repeat(15) + 'か', HOLD_MS + FRAME_MS)
    arrive('\u3099.', 1000)
    expect(seen.filter((shown) => shown.endsWith('か'))).toEqual([])
    expect(seen.at(-1)?.endsWith('xか\u3099.')).toBe(true)
  })

  it('has its time counted from its own arrival, not from that of the next one', () => {
    const { seen, arrive, end, run } = setUp()
    arrive('ab', 8 * FRAME_MS)
    arrive('c')
    end()
    run(3 * FRAME_MS)
    expect(seen).toEqual(['a', 'ab', 'abc'])
  })

  it('is held again after a pause, until what joins it has joined', () => {
    const { seen, arrive } = setUp()
    arrive('👩', HOLD_MS + 100)
    for (const piece of ['\u200d', '👩', '\u200d', '👧']) arrive(piece, HOLD_MS - 50)
    arrive('!', HOLD_MS + 100)
    expect(seen).toEqual(['👩', '👩‍👩‍👧', '👩‍👩‍👧!'])
  })

  it('is never half a surrogate pair, however long the other half takes', () => {
    const { seen, arrive } = setUp()
    arrive('a\ud83d', 5000)
    arrive('\udc69', 5000)
    expect(seen).toEqual(['a', 'a👩'])
  })

  it('is shown broken only when a text ends broken', () => {
    const { reveal, arrive, end, run } = setUp()
    arrive('a\ud83d', 1000)
    end()
    run(400)
    expect(reveal.getShown()).toBe('a\ud83d')
  })
})

describe('random texts, cut at random', () => {
  const chunks = fc.array(
    fc.record({
      units: fc.integer({ min: 1, max: 12 }),
      thenMs: fc.integer({ min: 0, max: HOLD_MS - FRAME_MS }),
    }),
    { maxLength: 40 },
  )

  it('are shown in whole characters, never take any back, and are shown to the end', () => {
    fc.assert(
      fc.property(nastyText, chunks, someSteps, (text, cuts, steps) => {
        const { seen, reveal, arrive, end, run } = setUp('', true, {
          createFindSteps: steps,
          findComplete: completeWords,
        })
        let length = 0
        for (const { units, thenMs } of cuts) {
          arrive(text.slice(length, length + units), thenMs)
          length += units
        }
        arrive(text.slice(length))
        end()
        run(400)

        expect(reveal.getShown()).toBe(text)
        const lengths = seen.map((shown) => shown.length)
        expect(lengths).toEqual([...new Set(lengths)].toSorted((a, b) => a - b))
        expect(seen.filter((shown) => !text.startsWith(shown))).toEqual([])
        const ends = new Set(trueEnds(text))
        expect(lengths.filter((shown) => !ends.has(shown))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('the cost', () => {
  /** How many UTF-16 units go through the segmenter while a text arrives, four at a time. */
  function segmentedUnits(text: string): number {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    const { arrive, end } = setUp()
    for (let at = 0; at < text.length; at += 4) arrive(text.slice(at, at + 4), FRAME_MS)
    end()
    const units = segment.mock.calls.reduce((sum, [input]) => sum + input.length, 0)
    segment.mockRestore()
    return units
  }

  it('of a long text is a small multiple of its length', () => {
    const text = 'Some words and 日本語。\n'.repeat(2000)
    expect(segmentedUnits(text) / text.length).toBeLessThan(2)
  })

  it('of a tower of accents grows with its height, not with the square', () => {
    const low = segmentedUnits('e' + '\u0301'.repeat(4_000))
    const high = segmentedUnits('e' + '\u0301'.repeat(16_000))
    expect(high / low).toBeLessThan(4.2)
  })
})

describe('frames', () => {
  it('that stay away neither hold back what is late nor hurry what came in the meantime', () => {
    const { frames, reveal, arrive } = setUp()
    arrive('late.', FRAME_MS)
    frames.wait(60_000)
    arrive('x'.repeat(100))
    frames.advance(FRAME_MS)
    expect(reveal.getShown().length).toBeGreaterThanOrEqual('late.'.length)
    expect(reveal.getShown().length).toBeLessThan(20)
  })
})

describe('a text that ends', () => {
  it('flows out to its last character within 400 ms', () => {
    const { seen, reveal, arrive, end, run } = setUp()
    for (let burst = 0; burst < 20; burst++) arrive('x'.repeat(50), 40)
    arrive('y'.repeat(500))
    end()
    const before = seen.length
    run(400)
    expect(reveal.getShown().length).toBe(1500)
    expect(seen.length - before).toBeGreaterThan(3)
  })

  it('is simply there when it changes later', () => {
    const { reveal, frames } = setUp('Hello', false)
    reveal.follow({ text: 'Hello, world', isLive: false })
    expect([reveal.getShown(), frames.isAwaited()]).toEqual(['Hello, world', false])
  })

  it('may go on, and is typed again', () => {
    const { seen, arrive } = setUp('One. ', false)
    arrive('Two', 1000)
    expect(seen).toEqual(['One. T', 'One. Tw', 'One. Two'])
  })
})

describe('what is there at first', () => {
  it('is shown at once, and the rest is typed', () => {
    const { reveal, seen, arrive } = setUp('Already here')
    expect(reveal.getShown()).toBe('Already here')
    arrive('!', 400)
    expect(seen).toEqual(['Already here!'])
  })

  it('has no half surrogate pair', () => {
    expect(setUp('a\ud83d').reveal.getShown()).toBe('a')
  })

  it('may end in half a character, which is completed in one step', () => {
    const { seen, arrive } = setUp('x'.repeat(1000) + '👩')
    arrive('\u200d👩', 20)
    arrive('\u200d👧', 20)
    arrive('.', 500)
    expect(seen.map((shown) => shown.slice(1000))).toEqual(['👩‍👩‍👧', '👩‍👩‍👧.'])
  })
})

describe('a text that was rewritten', () => {
  it.each(['new', '', 'old words, other en', 'OLD WORDS, other end.'])('to %j is shown at once', (text) => {
    const { reveal, frames, arrive } = setUp()
    arrive('old words, other end', 40)
    reveal.follow({ text, isLive: true })
    expect([reveal.getShown(), frames.isAwaited()]).toEqual([text, false])
  })
})

describe('a rewritten text that grows', () => {
  it('has forgotten what waited before', () => {
    const { reveal, arrive, run } = setUp()
    arrive('old words, other end', 40)
    reveal.follow({ text: 'n', isLive: true })
    reveal.follow({ text: 'new words', isLive: true })
    run(FRAME_MS)
    expect(reveal.getShown()).toBe('ne')
  })
})

describe('a reader in a hurry', () => {
  it('sees everything now, and what follows as it arrives', () => {
    const { reveal, frames, arrive } = setUp()
    arrive('Hello', FRAME_MS)
    reveal.finish()
    expect(reveal.getShown()).toBe('Hello')
    arrive(', world')
    expect([reveal.getShown(), frames.isAwaited()]).toEqual(['Hello, world', false])
  })

  it('sees a text that ends broken as it is', () => {
    const { reveal, arrive, end } = setUp()
    arrive('a\ud83d')
    reveal.finish()
    expect(reveal.getShown()).toBe('a')
    end()
    expect(reveal.getShown()).toBe('a\ud83d')
  })

  it('is in no hurry any more when the next reply comes', () => {
    const { reveal, seen, arrive, end } = setUp()
    arrive('One')
    reveal.finish()
    end()
    seen.length = 0
    arrive(' two', 1000)
    expect(seen).toEqual(['One ', 'One t', 'One tw', 'One two'])
  })

  it('hurries one reply only, when another takes its place', () => {
    const { reveal, run } = setUp('One')
    reveal.finish()
    reveal.follow({ text: '', isLive: true })
    reveal.follow({ text: 'Two words', isLive: true })
    run(FRAME_MS)
    expect(reveal.getShown()).toBe('T')
  })
})

describe('a pause', () => {
  it('lasts until the text is followed again, even unchanged', () => {
    const { reveal, frames, seen, arrive } = setUp()
    arrive('Hello')
    reveal.pause()
    expect(frames.isAwaited()).toBe(false)
    arrive('', 1000)
    expect(seen.at(-1)).toBe('Hello')
  })
})

it('tells nothing to those who have left', () => {
  const { reveal, arrive } = setUp()
  const listener = vi.fn()
  reveal.subscribe(listener)()
  arrive('Hello', 500)
  expect(listener).not.toHaveBeenCalled()
})
