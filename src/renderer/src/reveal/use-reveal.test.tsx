import { act, cleanup, renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'

import { createFakeScreen } from './testing/fake-screen'
import { useReveal } from './use-reveal'

afterEach(cleanup)

/** A mounted reply on a hand-cranked screen. */
function mount(initial: { readonly text: string; readonly isLive: boolean }) {
  const screen = createFakeScreen()
  let renders = 0
  const hook = renderHook(
    ({ text, isLive }) => {
      renders++
      return useReveal(text, isLive, { screen })
    },
    { initialProps: initial, wrapper: StrictMode },
  )

  function run(ms: number): void {
    for (let elapsed = 0; elapsed < ms; elapsed += 16) act(() => screen.frames.advance(16))
  }

  return {
    ...hook,
    screen,
    run,
    getRevealed: () => hook.result.current,
    getShown: () => hook.result.current.shown,
    countRenders: () => renders,
  }
}

describe('a live reply', () => {
  it('is revealed as it grows, and says when it is behind', () => {
    const { getRevealed, rerender, run } = mount({ text: '', isLive: true })
    rerender({ text: 'Hello', isLive: true })
    expect(getRevealed()).toMatchObject({ shown: '', isBehind: true })
    run(16)
    expect(getRevealed()).toMatchObject({ shown: 'H', isBehind: true })
    run(1000)
    expect(getRevealed()).toMatchObject({ shown: 'Hello', isBehind: false })
  })

  it('shows at once what had arrived when the window was reloaded, and reveals the rest', () => {
    const { getShown, rerender, run } = mount({ text: 'Once upon', isLive: true })
    expect(getShown()).toBe('Once upon')
    rerender({ text: 'Once upon a time', isLive: true })
    run(16)
    expect(getShown()).toBe('Once upon ')
  })

  it('flows out within 400 ms when it ends', () => {
    const { getShown, rerender, run } = mount({ text: '', isLive: true })
    rerender({ text: 'x'.repeat(300), isLive: true })
    run(32)
    rerender({ text: 'x'.repeat(400), isLive: false })
    expect(getShown().length).toBeLessThan(300)
    run(400)
    expect(getShown().length).toBe(400)
  })

  it('asks for no frame and listens to nothing when it has left the page', () => {
    const { screen, rerender, unmount } = mount({ text: '', isLive: true })
    rerender({ text: 'Hello', isLive: true })
    expect([screen.frames.isAwaited(), screen.countListeners()]).toEqual([true, 1])
    unmount()
    expect([screen.frames.isAwaited(), screen.countListeners()]).toEqual([false, 0])
  })
})

describe('a reply that was not live when it was mounted', () => {
  it('is simply there', () => {
    const { getRevealed, screen } = mount({ text: 'Hello', isLive: false })
    expect(getRevealed()).toMatchObject({ shown: 'Hello', isBehind: false })
    expect(screen.frames.isAwaited()).toBe(false)
  })
})

describe('a reader in a hurry', () => {
  it('sees all of this reply as it arrives, until it ends', () => {
    const { getRevealed, rerender, run, screen } = mount({ text: '', isLive: true })
    rerender({ text: 'Hello', isLive: true })
    act(() => getRevealed().finish())
    expect(getRevealed()).toMatchObject({ shown: 'Hello', isBehind: false })
    rerender({ text: 'Hello, wor', isLive: true })
    expect(getRevealed()).toMatchObject({ shown: 'Hello, wor', isBehind: false })
    rerender({ text: 'Hello, world', isLive: false })
    expect(getRevealed()).toMatchObject({ shown: 'Hello, world', isBehind: false })
    expect(screen.frames.isAwaited()).toBe(false)
    rerender({ text: 'Hello, world, again', isLive: true })
    run(16)
    expect(getRevealed().isBehind).toBe(true)
  })

  it('may be given the same function again and again', () => {
    const { getRevealed, rerender } = mount({ text: '', isLive: true })
    const { finish } = getRevealed()
    rerender({ text: 'Hello', isLive: true })
    expect(getRevealed().finish).toBe(finish)
  })
})

describe('a still screen (a hidden window, or a wish for less motion)', () => {
  it('has all of the text at once when it becomes still', () => {
    const { getShown, rerender, screen } = mount({ text: '', isLive: true })
    rerender({ text: 'Hello', isLive: true })
    act(() => screen.setStill(true))
    expect([getShown(), screen.frames.isAwaited()]).toEqual(['Hello', false])
  })

  it('costs no frame, and no rendering beside the one that brings the text', () => {
    const { getShown, rerender, screen, countRenders } = mount({ text: '', isLive: true })
    act(() => screen.setStill(true))
    const before = countRenders()
    rerender({ text: 'Hello', isLive: true })
    rerender({ text: 'Hello, world', isLive: true })
    expect([getShown(), screen.frames.isAwaited()]).toEqual(['Hello, world', false])
    const rendersOfStrictMode = 2
    expect(countRenders() - before).toBe(2 * rendersOfStrictMode)
  })

  it('has caught up when it moves again, and reveals what comes then', () => {
    const { getShown, rerender, run, screen } = mount({ text: '', isLive: true })
    act(() => screen.setStill(true))
    rerender({ text: 'Hello', isLive: true })
    act(() => screen.setStill(false))
    expect(getShown()).toBe('Hello')
    rerender({ text: 'Hello, world', isLive: true })
    run(16)
    expect(getShown()).toBe('Hello,')
  })

  it('shows no half of a surrogate pair', () => {
    const { getShown, rerender, screen } = mount({ text: '', isLive: true })
    act(() => screen.setStill(true))
    rerender({ text: 'a\ud83d', isLive: true })
    expect(getShown()).toBe('a')
    rerender({ text: 'a\ud83d', isLive: false })
    expect(getShown()).toBe('a\ud83d')
  })
})
