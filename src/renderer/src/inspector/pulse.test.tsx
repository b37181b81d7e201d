import { afterEach, expect, it, vi } from 'vitest'

import { createPulse } from './pulse'

let isHidden = false

function setHidden(next: boolean): void {
  isHidden = next
  document.dispatchEvent(new Event('visibilitychange'))
}

afterEach(() => setHidden(false))

it('beats at once and then steadily, rests while the page is hidden, and ends when it is told to', () => {
  vi.useFakeTimers()
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden)
  let beats = 0
  const beatsIn = (ms: number) => {
    const before = beats
    vi.advanceTimersByTime(ms)
    return beats - before
  }
  const end = createPulse(window)(() => (beats += 1))
  expect([beats, beatsIn(1_000)]).toEqual([1, 4])
  setHidden(true)
  expect(beatsIn(10_000)).toBe(0)
  setHidden(false)
  expect([beats, beatsIn(250)]).toEqual([6, 1])
  end()
  setHidden(true)
  setHidden(false)
  expect([beats, beatsIn(1_000)]).toEqual([7, 0])
})

it('does not begin on a page that is hidden', () => {
  vi.useFakeTimers()
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const beat = vi.fn()
  const end = createPulse(window)(beat)
  vi.advanceTimersByTime(1_000)
  expect(beat).not.toHaveBeenCalled()
  end()
})
