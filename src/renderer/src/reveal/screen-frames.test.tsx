import { expect, it, vi } from 'vitest'

import { createWindowScreen } from './screen-frames'

const realDocument = window.document

/** A page that is hidden, and whose reader's wish changes, by hand. */
function createFakePage() {
  const documentElement = realDocument.createElement('html')
  const document = Object.assign(new EventTarget(), { hidden: false, documentElement })
  const reducedMotion = Object.assign(new EventTarget(), { matches: false })
  const page = Object.assign(Object.create(window), { document, matchMedia: () => reducedMotion })
  return { page, document, reducedMotion }
}

it('is still while the window is hidden', () => {
  const { page, document } = createFakePage()
  const screen = createWindowScreen(page)
  const seen: boolean[] = []
  screen.subscribe(() => seen.push(screen.isStill()))
  for (const hidden of [true, false]) {
    document.hidden = hidden
    document.dispatchEvent(new Event('visibilitychange'))
  }
  expect(seen).toEqual([true, false])
})

it('is still while the reader prefers reduced motion', () => {
  const { page, reducedMotion } = createFakePage()
  const screen = createWindowScreen(page)
  const seen: boolean[] = []
  screen.subscribe(() => seen.push(screen.isStill()))
  for (const matches of [true, false]) {
    reducedMotion.matches = matches
    reducedMotion.dispatchEvent(new Event('change'))
  }
  expect(seen).toEqual([true, false])
})

it.each([
  ['motion', 'reduced'],
  ['reveal', 'instant'],
])('is still while the root says %s: %s, and says so when that changes', async (name, value) => {
  const { page, document } = createFakePage()
  const screen = createWindowScreen(page)
  const seen: boolean[] = []
  screen.subscribe(() => seen.push(screen.isStill()))
  document.documentElement.dataset[name] = value
  await expect.poll(() => seen).toEqual([true])
  delete document.documentElement.dataset[name]
  await expect.poll(() => seen).toEqual([true, false])
})

it('spreads what arrives over less time for a reader in a hurry', () => {
  const { page, document } = createFakePage()
  const { frames } = createWindowScreen(page)
  const usual = frames.spread?.()
  document.documentElement.dataset['reveal'] = 'quick'
  expect([usual, frames.spread?.()]).toEqual([1, 0.35])
})

it('calls nobody back who has left', () => {
  const { page, document, reducedMotion } = createFakePage()
  const listener = vi.fn()
  createWindowScreen(page).subscribe(listener)()
  document.dispatchEvent(new Event('visibilitychange'))
  reducedMotion.dispatchEvent(new Event('change'))
  expect(listener).not.toHaveBeenCalled()
})

it('moves where there are no media queries', () => {
  const { page } = createFakePage()
  expect(createWindowScreen(Object.assign(page, { matchMedia: undefined })).isStill()).toBe(false)
})

it('draws a frame later on its clock, and none that was cancelled', async () => {
  const { frames } = createWindowScreen(window)
  const before = frames.now()
  const cancelled = vi.fn()
  frames.cancel(frames.request(cancelled))
  await new Promise<void>((resolve) => frames.request(resolve))
  expect(frames.now()).toBeGreaterThan(before)
  expect(cancelled).not.toHaveBeenCalled()
})
